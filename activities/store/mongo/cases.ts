import type { Database } from './database.ts';
import type { Store } from '../store.ts';
import type { StoredCase } from '../stored.ts';
import type { SubmissionRecord } from '../records.ts';
import { atomically } from './transaction.ts';
import { caseCondition, pageOf } from '../filters.ts';
import { caseOf } from '../stored.ts';
import { fileIn } from './filing.ts';
import { countingOptions } from './counting.ts';
import { inGroups } from './groups.ts';
import { isPassing } from './answering.ts';
import { link, visibleCase } from './record.ts';
import { projectIn } from './projecting.ts';
import { removeFrom } from './removing.ts';
import { systemScope } from '../scope.ts';

export const mongoCases = (database: Database): Store['cases'] => ({
  file: fileIn(database),
  project: projectIn(database),
  remove: removeFrom(database),
  async awaitingSignal(signal) {
    const waiting = database.cases.find({ 'signals.signal': signal }, { _id: 1 }, { scope: systemScope('signals') });
    return (await waiting.lean<Pick<StoredCase, '_id'>[]>()).map(({ _id }) => _id);
  },
  async find(scope, id) {
    const found = await database.cases.findOne({ _id: id }, null, { scope }).lean<StoredCase>();
    return found ? caseOf(found) : undefined;
  },
  async findByNumber(scope, number) {
    const found = await database.cases.findOne({ number }, null, { scope }).lean<StoredCase>();
    return found ? caseOf(found) : undefined;
  },
  async list(scope, filter) {
    const condition = caseCondition(filter);
    const [rows, total] = await Promise.all([
      database.cases
        .find(condition, null, { scope, ...pageOf(filter) })
        .sort({ startedAt: -1, _id: -1 })
        .lean<StoredCase[]>(),
      database.cases.countDocuments(condition, { scope, ...countingOptions(scope, condition) }),
    ]);
    return { rows: rows.map(caseOf), total };
  },
  setApplicant: (scope, id, applicant, entry) =>
    atomically(database, async (bare) => {
      const found = await visibleCase(database, scope, id);
      await database.cases.updateOne({ _id: id }, { $set: { applicant } }).setOptions({ scope });
      await database.tasks
        .updateMany({ case: id }, { $set: { applicant } })
        .setOptions({ scope: systemScope('store') });
      await link(bare, [{ to: found, entries: [entry] }]);
    }),
});

export function mongoSubmissions({ submissions }: Database): Store['submissions'] {
  const within = { scope: systemScope('sweeper') };
  return {
    unstarted: (olderThan, limit) =>
      submissions
        .find({ state: 'stored', at: { $lt: olderThan } }, null, { ...within, limit })
        .sort({ at: 1 })
        .lean<SubmissionRecord[]>(),
    markStarted: inGroups<string, void>({
      keyOf: (id) => id,
      sharing: true,
      lanes: 1,
      isOutOfReach: isPassing,
      async run(ids) {
        await submissions.updateMany({ _id: { $in: ids } }, { $set: { state: 'started' } }).setOptions(within);
        return ids.map(() => undefined);
      },
    }),
    async markFailed(id, error) {
      await submissions
        .updateOne({ _id: id }, { $inc: { attempts: 1 }, $set: { lastError: error } })
        .setOptions(within);
    },
  };
}
