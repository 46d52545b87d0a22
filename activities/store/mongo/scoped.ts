import type { Schema } from 'mongoose';
import type { Scope } from '../scope.ts';
import { requireScope } from '../scope.ts';

/** Every query mongoose has. */
const queries = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const;

/** What a call on a unit's data carries in its options. */
export type Scoped = { scope: Scope };

/**
 * A mongoose plugin for collections that hold units' data: a query or aggregation without `{ scope }` in its options
 * throws, and with one finds only what the scope shows. What cannot be narrowed is refused.
 */
export function scoped(schema: Schema): void {
  schema.pre([...queries], { document: false, query: true }, function narrow() {
    const { scope } = this.getOptions() as Partial<Scoped>;
    this.and([requireScope(scope).condition]);
  });
  schema.pre('aggregate', function narrow() {
    const { scope } = this.options as Partial<Scoped>;
    this.pipeline().unshift({ $match: requireScope(scope).condition });
  });
  schema.pre('estimatedDocumentCount', () => {
    throw new Error('Expected a count within a scope but this one counts everything');
  });
  schema.pre('bulkWrite', () => {
    throw new Error('Expected writes within a scope but a bulk write has none');
  });
}
