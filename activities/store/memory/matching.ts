import { mongoQueryMatcher } from '@casl/ability';
import type { Condition } from '../scope.ts';

type Matcher = (row: Record<string, unknown>) => boolean;

const all = (conditions: Condition[]): Matcher => {
  const matchers = conditions.map(matcher);
  return (row) => matchers.every((matches) => matches(row));
};
const some = (conditions: Condition[]): Matcher => {
  const matchers = conditions.map(matcher);
  return (row) => matchers.some((matches) => matches(row));
};

const isBoundAbove = (wanted: unknown): wanted is object =>
  typeof wanted === 'object' && wanted !== null && ('$lt' in wanted || '$lte' in wanted);

/** CASL finds an absent field to be less than anything; MongoDB compares only what is there. */
const whereThere = (fields: Condition): Condition =>
  Object.fromEntries(
    Object.entries(fields).map(([field, wanted]) => [
      field,
      isBoundAbove(wanted) ? { ...wanted, $exists: true } : wanted,
    ]),
  );

/** MongoDB's meaning of a condition: CASL's matcher knows the operators on fields, this adds those between conditions. */
export function matcher({ $and, $or, ...fields }: Condition): Matcher {
  const parts: Matcher[] = [(row) => mongoQueryMatcher(whereThere(fields))(row)];
  if ($and) parts.push(all($and as Condition[]));
  if ($or) parts.push(some($or as Condition[]));
  return (row) => parts.every((matches) => matches(row));
}
