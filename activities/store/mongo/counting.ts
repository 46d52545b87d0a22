import type { Model } from 'mongoose';
import type { Condition, Scope } from '../scope.ts';
import type { Counter } from '../stored.ts';
import { largestTotal } from '../limits.ts';
import { requireScope } from '../scope.ts';

/** The next number of that counter. Within a transaction only: what is rolled back gives its number back. */
export async function counted(counters: Model<Counter>, id: string): Promise<number> {
  const counter = await counters
    .findOneAndUpdate({ _id: id }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean<Counter>();
  if (!counter) throw new Error(`Expected counter ${id} to be there after counting`);
  return counter.last;
}

/** Counting stops where nobody reads on. Who asks for everything has it counted in an index, not in the rows. */
export const countingOptions = (scope: Scope, condition: Condition): { limit: number; hint?: { _id: 1 } } => {
  const everything = [requireScope(scope).condition, condition].every((one) => Object.keys(one).length === 0);
  return { limit: largestTotal, ...(everything && { hint: { _id: 1 } as const }) };
};
