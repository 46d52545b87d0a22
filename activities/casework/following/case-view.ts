import { documentView } from '../documents.ts';
import { taskRow, workingDaysLeft } from '../tasks/task-rows.ts';
import { isSettled } from '../../store/projected-tasks.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { historyLines } from './history.ts';
import { returnMessage } from '../tasks/return-task.ts';
import { stageStates, termView } from './case-parts.ts';
import { stepViews } from './steps.ts';
import type { CaseFilter, Page } from '../../store/store.ts';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { CaseRecord, TaskRecord } from '../../store/records.ts';
import type { CaseRow, CaseView, Holder } from '../../../processes/language/case.ts';
import type { Desk } from '../deps.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';

/** A case as lists show it. */
export async function caseRow(desk: Desk, record: CaseRecord): Promise<CaseRow> {
  const { procedure } = await desk.directory.definition(record.definition);
  const stage = procedure.stages.find(({ id }) => id === record.stage);
  const running = record.status !== 'completed' && !isSettled(record.term.until, record.stagesPassed);
  const now = desk.clock().toISOString();
  return {
    id: record._id,
    number: record.number,
    procedure: { id: procedure.id, title: procedure.title },
    unit: { id: record.unit, name: await desk.directory.unitName(record.unit) },
    status: record.status,
    startedAt: record.startedAt,
    ...(record.outcome === undefined ? {} : { outcome: record.outcome }),
    ...(record.suspended ? { suspended: true as const } : {}),
    ...(stage ? { stage: { id: stage.id, label: stage.label } } : {}),
    ...(record.subject === undefined ? {} : { subject: record.subject }),
    ...(running ? { due: { on: record.term.dueOn, workingDaysLeft: workingDaysLeft(now, record.term.dueOn) } } : {}),
  };
}

export async function cases(desk: Desk, scope: Scope, filter: CaseFilter): Promise<Page<CaseRow>> {
  const page = await desk.store.cases.list(scope, filter);
  return { total: page.total, rows: await Promise.all(page.rows.map((record) => caseRow(desk, record))) };
}

/** A case with all that its page needs, for those who work on it. `notFound` outside the scope. */
export async function caseView(desk: Desk, scope: Scope, id: CaseId): Promise<Result<CaseView>> {
  const record = await desk.store.cases.find(scope, id);
  if (!record) return fail('notFound');
  const [definition, tasks, documents, entries, messages] = await Promise.all([
    desk.directory.definition(record.definition),
    desk.store.tasks.openOf(scope, id),
    desk.store.documents.ofCase(scope, id),
    desk.store.record.ofCase(scope, id),
    desk.store.messages.ofCase(scope, id),
  ]);
  const steps = desk.models.steps(definition.graph);
  const nameOf = (element: string): string => steps.find((step) => step.element === element)?.name ?? element;
  return ok({
    ...(await caseRow(desk, record)),
    definition: { hash: definition.hash, version: definition.version },
    stages: stageStates(definition.procedure, record),
    holders: await holders(desk, tasks),
    term: termView(desk.clock().toISOString(), record),
    tasks: await Promise.all(tasks.map((task) => taskRow(desk, task, new Set()))),
    documents: documents.map(documentView),
    messages: messages.map(({ _id, at, subject, body }) => ({ id: _id, at, subject, body })),
    history: await historyLines(desk, definition.procedure, entries, nameOf),
    steps: stepViews(steps, record),
    flowsTaken: record.flowsTaken,
    incidents: record.incidents
      .filter(({ resolvedAt }) => resolvedAt === undefined)
      .map(({ id: incident, element, failure, detail, since }) => ({
        id: incident,
        element,
        name: nameOf(element),
        failure: failure as CaseView['incidents'][number]['failure'],
        detail,
        since,
      })),
    parameters: record.parameters,
    data: record.variables,
    waiting: record.waiting
      .filter(({ message }) => message !== returnMessage)
      .map(({ element, message }) => ({ element, name: nameOf(element), message })),
  });
}

/** Who holds the case now: each seat with an open task, once. */
export async function holders(desk: Desk, tasks: TaskRecord[]): Promise<Holder[]> {
  const seen = new Map<string, Holder>();
  for (const task of tasks) {
    const [role] = task.candidate;
    if (!role) continue;
    const unit = { id: task.seatUnit, name: await desk.directory.unitName(task.seatUnit) };
    seen.set(`${role} ${unit.id}`, { role, unit });
  }
  return [...seen.values()];
}
