import { z } from 'zod';
import { caseRow } from './case.ts';
import { failureCode, id, instant, problem, sha256, titled } from './words.ts';
import type { CaseId, DefinitionHash } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type {
  MigrationReport,
  MigrationRow,
  OperatorView,
  TokenView,
  VersionRow,
  WaitView,
} from '../../processes/language/operating.ts';

const code = failureCode as unknown as z.ZodType<FailureCode>;
const wait = z.union([
  z.strictObject({ for: z.enum(['person', 'handler', 'inside', 'condition', 'operator']) }),
  z.strictObject({ for: z.literal('timer'), at: instant }),
  z.strictObject({ for: z.enum(['message', 'signal']), name: z.string() }),
]) satisfies z.ZodType<WaitView>;

const token = z.strictObject({
  instance: z.string(),
  element: z.string(),
  name: z.string(),
  since: instant,
  scope: z.string(),
  waits: z.array(wait),
  incident: z.strictObject({ id: z.string(), failure: code, detail: z.string(), since: instant }).exactOptional(),
  movable: z.boolean(),
}) satisfies z.ZodType<TokenView>;

export const operatorView = caseRow.omit({ subject: true }).extend({
  version: z.int(),
  running: z.boolean(),
  tokens: z.array(token),
  joins: z.array(z.strictObject({ element: z.string(), name: z.string(), missing: z.array(z.string()) })),
  scopes: z.array(
    z.strictObject({
      scope: z.string(),
      name: z.string(),
      places: z.array(z.strictObject({ element: z.string(), name: z.string() })),
      variables: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<OperatorView>;

const row = z.strictObject({
  id: id<CaseId>(),
  number: z.string(),
  version: z.int(),
  state: z.enum(['ready', 'refused', 'migrated']),
  moves: z.array(z.strictObject({ from: z.string(), to: z.string(), waiting: z.int().exactOptional() })),
  problems: z.array(problem),
  failure: code.exactOptional(),
}) satisfies z.ZodType<MigrationRow>;

export const versionRow = z.strictObject({
  hash: sha256<DefinitionHash>(),
  version: z.int(),
  deployedAt: instant,
}) satisfies z.ZodType<VersionRow>;

export const migrationReport = z.strictObject({
  procedure: titled,
  to: versionRow,
  mapping: z.record(z.string(), z.string()),
  rows: z.array(row),
  more: z.boolean(),
}) satisfies z.ZodType<MigrationReport>;

export const operatingReceipts = {
  deletion: z.strictObject({ at: instant, by: z.string(), reason: z.string(), hash: z.string() }),
  taken: z.strictObject({ taken: z.int().meta({ description: 'how many cases took it' }) }),
};
