import type { DefinitionRecord, PersonRecord, SessionRecord, UnitRecord } from '../records.ts';
import { json, jsonIfAny, list, number, openSchema, text, textIfAny } from './field-types.ts';

export const definitionSchema = openSchema<DefinitionRecord>({
  procedureId: text,
  version: number,
  xml: text,
  graph: json,
  forms: json,
  templates: json,
  manifest: jsonIfAny,
  deployedAt: text,
  deployedBy: text,
}).index({ procedureId: 1, version: 1 }, { unique: true });

export const personSchema = openSchema<PersonRecord>({
  subject: text,
  name: text,
  email: textIfAny,
  assignments: list,
}).index({ subject: 1 }, { unique: true });

export const unitsSchema = openSchema<UnitRecord>({ kind: text, name: text, address: textIfAny, symbol: text });

/** MongoDB itself removes a session some time after it has expired. */
export const sessionSchema = openSchema<SessionRecord>({
  person: text,
  createdAt: text,
  lastSeenAt: text,
  authenticatedAt: text,
  expiresAt: { type: Date, required: true },
  csrf: text,
  roles: textIfAny,
  ended: textIfAny,
})
  .index({ person: 1, createdAt: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export type Ping = { _id: string; times: number };
export const pingSchema = openSchema<Ping>({ times: number });
