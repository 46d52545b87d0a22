import { Schema } from 'mongoose';
import type { SchemaDefinition } from 'mongoose';
import { scoped } from './scoped.ts';

export const text = { type: String, required: true } as const;
export const textIfAny = String;
export const number = { type: Number, required: true } as const;
export const texts = { type: [String], required: true } as const;
/** Any JSON, kept as it is given. */
export const json = { type: Schema.Types.Mixed, required: true } as const;
export const jsonIfAny = Schema.Types.Mixed;
export const list = { type: [Schema.Types.Mixed], required: true } as const;

const strictly = { strict: 'throw', minimize: false, versionKey: false, id: false } as const;

/** A collection without units' data. A field that the schema does not name is a bug and throws. */
export const openSchema = (fields: SchemaDefinition): Schema => new Schema({ _id: text, ...fields }, strictly);

/** A collection with units' data: nothing is read or changed in it without a scope. */
export const unitSchema = (fields: SchemaDefinition): Schema => openSchema({ unit: text, ...fields }).plugin(scoped);
