import type { CaseFilter, TaskFilter } from './store.ts';
import type { Condition } from './scope.ts';
import { endOfPrefix, searchPrefixes } from './search-words.ts';
import { largestPage, usualPage } from './limits.ts';

/** Only what is asked for becomes a condition. */
const present = (condition: Condition): Condition =>
  Object.fromEntries(Object.entries(condition).filter(([, value]) => value !== undefined));

export const taskCondition = ({ state, keys, assignee, procedureId, unit, overdueOn }: TaskFilter): Condition =>
  present({
    candidateKeys: keys && { $in: keys },
    state,
    assignee,
    procedureId,
    unit,
    sortOn: overdueOn && { $lt: overdueOn },
  });

const startsWith = (prefix: string): Condition => ({
  search: { $elemMatch: { $gte: prefix, $lt: endOfPrefix(prefix) } },
});

export function caseCondition({ procedureId, unit, status, text, applicant }: CaseFilter): Condition {
  const prefixes = searchPrefixes(text ?? '');
  return present({
    procedureId,
    unit,
    status,
    applicant,
    $and: prefixes.length > 0 ? prefixes.map(startsWith) : undefined,
  });
}

export const pageOf = ({ skip, limit }: { skip?: number; limit?: number }): { skip: number; limit: number } => ({
  skip: Math.max(0, skip ?? 0),
  limit: Math.min(largestPage, Math.max(1, limit ?? usualPage)),
});
