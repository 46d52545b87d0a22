import type { Instant, Json } from '../../../processes/language/ids.ts';
import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import { evaluate } from '../feel.ts';
import { sameJson } from '../same-json.ts';
import type { Aggregation, Table } from './decision.ts';

/** Allowed values of each output, highest priority first. */
export type Priorities = Json[][];

const broken = (detail: string) => fail('expressionFailed', { detail });

/** What a table gives for the rules that matched, in the order of the rules. A single output is given bare, several as a context. */
export const applyHitPolicy = (table: Table, hits: Json[][], priorities: Priorities, now: Instant): Result<Json> => {
  const results = hits.map((outputs) => resultOf(table, outputs));
  const first = results[0] ?? null;
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length > 1 ? broken(`${hits.length} rules match where only one may`) : ok(first);
    case 'ANY':
      return results.every((result) => sameJson(result, first)) ? ok(first) : broken('Matching rules disagree');
    case 'FIRST':
      return ok(first);
    case 'PRIORITY':
      return ok(results[byPriority(hits, priorities)[0] ?? 0] ?? null);
    case 'OUTPUT ORDER':
      return ok(byPriority(hits, priorities).map((index) => results[index] ?? null));
    case 'RULE ORDER':
      return ok(results);
    case 'COLLECT':
      return table.aggregation ? aggregate(table.aggregation, results, now) : ok(results);
  }
};

const resultOf = ({ outputs }: Table, values: Json[]): Json =>
  outputs.length === 1
    ? (values[0] ?? null)
    : Object.fromEntries(outputs.map(({ name }, index) => [name, values[index] ?? null]));

/** Indexes of the hits, highest priority first: the first output decides, then the next; equal ones stay in rule order. */
const byPriority = (hits: Json[][], priorities: Priorities): number[] => {
  const ranks = hits.map((values) =>
    values.map((value, index) => {
      const rank = (priorities[index] ?? []).findIndex((allowed) => sameJson(allowed, value));
      return rank === -1 ? Number.MAX_SAFE_INTEGER : rank;
    }),
  );
  const compare = (a: number[], b: number[]): number =>
    a.map((rank, index) => rank - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return hits.map((_, index) => index).sort((a, b) => compare(ranks[a] ?? [], ranks[b] ?? []) || a - b);
};

/** As FEEL's list functions of these names do, and by them: of nothing, the count is 0 and the rest is null. */
const aggregate = (aggregation: Aggregation, results: Json[], now: Instant): Result<Json> => {
  if (aggregation === 'COUNT') return ok(results.length);
  if (results.length === 0) return ok(null);
  const allNumbers = results.every((result) => typeof result === 'number');
  if (aggregation === 'SUM' && !allNumbers) return broken('SUM needs numbers');
  const feel = `${aggregation.toLowerCase()}(results)`;
  const value = evaluate({ feel, reads: ['results'] }, () => results, now);
  // FEEL makes null of what it cannot compare
  return value.ok && value.value !== null ? value : broken(`${aggregation} needs numbers or other values it can order`);
};
