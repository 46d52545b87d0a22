import type { Model } from 'mongoose';
import type { Counter } from '../stored.ts';

/** The next number of that counter. Within a transaction only: what is rolled back gives its number back. */
export async function counted(counters: Model<Counter>, id: string): Promise<number> {
  const counter = await counters
    .findOneAndUpdate({ _id: id }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean<Counter>();
  if (!counter) throw new Error(`Expected counter ${id} to be there after counting`);
  return counter.last;
}
