import type { CaseId } from '../../processes/language/ids.ts';

/** A Mongo condition over the fields of a record. */
export type Condition = Record<string, unknown>;

/**
 * What a caller may see. Made from a person's abilities (api/auth/abilities.ts), from a proven tracking code, or for a
 * part of the system that has to see everything. The store adds `condition` to every query and throws without a scope.
 */
export type Scope = { readonly condition: Condition; readonly why: string };

export const scopeOf = (condition: Condition, why: string): Scope => ({ condition, why });
/** For the worker, the sweeper and the command line: sees all units. `part` names who asks. */
export const systemScope = (part: string): Scope => ({ condition: {}, why: `system:${part}` });
/** For the holder of a tracking code: that case only; works on cases (`_id`) and on everything that carries `case`. */
export const caseScope = (id: CaseId): Scope => ({
  condition: { $or: [{ _id: id }, { case: id }] },
  why: 'tracking code',
});
/** Sees nothing. */
export const emptyScope: Scope = { condition: { _id: { $in: [] } }, why: 'no ability' };

/** A query without a scope is a bug, whatever TypeScript was told: it throws instead of finding nothing. */
export function requireScope(scope: Scope | undefined): Scope {
  if (!scope?.condition) throw new Error('Expected a scope but the query has none');
  return scope;
}
