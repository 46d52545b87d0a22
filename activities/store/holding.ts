import { fail, ok } from '../../processes/language/failure.ts';
import type { PersonId } from '../../processes/language/ids.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { TaskRecord } from './records.ts';

/** Whether a person may take or give back the task; `change` is false when it already is as they want it. */
export function holding(
  task: TaskRecord | undefined,
  person: PersonId,
  wanted: 'claimed' | 'released',
): Result<{ task: TaskRecord; change: boolean }> {
  if (!task) return fail('notFound');
  if (task.state !== 'open') return fail('taskClosed');
  if (task.assignee !== undefined && task.assignee !== person) return fail('taskClaimed');
  return ok({ task, change: (task.assignee === person) !== (wanted === 'claimed') });
}

export const heldBy = (task: TaskRecord, person: PersonId | undefined): TaskRecord => {
  const { assignee: _before, ...free } = task;
  return person === undefined ? free : { ...free, assignee: person };
};
