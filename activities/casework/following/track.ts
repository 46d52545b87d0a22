import { actorRef } from '../actors.ts';
import { caseScope, systemScope } from '../../store/scope.ts';
import { caseRow, holders } from './case-view.ts';
import { canonicalNumber, codeFits } from './tracking-code.ts';
import { documentView, isIssued } from '../documents.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { stageOf } from './history.ts';
import { stageStates, termView } from './case-parts.ts';
import { taskRow } from '../tasks/task-rows.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { CaseRecord, EntryRecord } from '../../store/records.ts';
import type { Desk } from '../deps.ts';
import type { Office } from '../office.ts';
import type { Procedure } from '../../../processes/language/procedure.ts';
import type { PublicCaseView } from '../../../processes/language/case.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';

/** What of the record is the party's business; the office's inner steps are not. */
const publicActions = new Set(['caseFiled', 'stageReached', 'letterSent', 'documentSigned', 'caseEnded']);

/** The case with this number if the code is its own. A wrong number and a wrong code are answered alike. */
async function proven(desk: Desk, number: string, code: string): Promise<CaseRecord | undefined> {
  const find = (as: string) => desk.store.cases.findByNumber(systemScope('tracking'), as);
  const record = (await find(number.trim())) ?? (await find(canonicalNumber(number)));
  const fits = codeFits(desk.pepper, record?._id ?? '', code, record?.codeHash ?? '0'.repeat(64));
  return fits ? record : undefined;
}

export async function track(desk: Desk, number: string, code: string): ReturnType<Office['track']> {
  const record = await proven(desk, number, code);
  if (!record) return fail('notFound');
  const scope = caseScope(record._id);
  const view = await publicView(desk, scope, { kind: 'anonymous' }, record);
  return ok({ ...view, scope, caseId: record._id });
}

/** Puts a case into a parent's account by number and code; from then on the parent can act in it, not only look. */
export async function adopt(desk: Desk, actor: Actor, number: string, code: string): Promise<Result<CaseId>> {
  if (actor.kind !== 'parent') return fail('notSignedIn');
  const record = await proven(desk, number, code);
  if (!record) return fail('notFound');
  if (record.applicant && record.applicant !== actor.person.id) return fail('forbidden');
  if (!record.applicant) {
    const entry = { at: desk.clock().toISOString(), actor: actorRef(actor), action: 'adopted' };
    await desk.store.cases.setApplicant(caseScope(record._id), record._id, actor.person.id, entry);
  }
  return ok(record._id);
}

export async function publicCase(desk: Desk, scope: Scope, actor: Actor, id: CaseId): Promise<Result<PublicCaseView>> {
  const record = await desk.store.cases.find(scope, id);
  return record ? ok(await publicView(desk, scope, actor, record)) : fail('notFound');
}

async function publicView(desk: Desk, scope: Scope, actor: Actor, record: CaseRecord): Promise<PublicCaseView> {
  const [definition, tasks, documents, letters, entries] = await Promise.all([
    desk.directory.definition(record.definition),
    desk.store.tasks.openOf(scope, record._id),
    desk.store.documents.ofCase(scope, record._id),
    desk.store.messages.ofCase(scope, record._id),
    desk.store.record.ofCase(scope, record._id),
  ]);
  const row = await caseRow(desk, record);
  const hint = definition.procedure.stages.find(({ id }) => id === record.stage)?.hint;
  const [holder] = await holders(desk, tasks);
  const owner = actor.kind === 'parent' && record.applicant === actor.person.id;
  const mine = owner ? tasks.filter(({ candidate }) => candidate.some((role) => role.startsWith('applicant'))) : [];
  return {
    number: record.number,
    procedure: row.procedure,
    status: record.status,
    stages: stageStates(definition.procedure, record),
    term: termView(desk.clock().toISOString(), record),
    letters: letters.map(({ _id, at, subject, body }) => ({ id: _id, at, subject, body })),
    documents: documents.map(documentView).filter(isIssued),
    tasks: await Promise.all(mine.map((task) => taskRow(desk, task, new Set()))),
    history: entries
      .filter(({ action }) => publicActions.has(action))
      .map((entry) => publicLine(definition.procedure, entry)),
    ...(record.outcome === undefined ? {} : { outcome: record.outcome }),
    ...(hint ? { hint } : {}),
    ...(holder ? { holder: holder.unit.name } : {}),
  };
}

const publicLine = (procedure: Procedure, entry: EntryRecord): PublicCaseView['history'][number] => ({
  at: entry.at,
  action: entry.action,
  ...stageOf(procedure, entry),
});
