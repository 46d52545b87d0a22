import { createHmac } from 'node:crypto';
import { actorRef, holdsRole, startingRoles } from '../actors.ts';
import { checkForm } from '../forms/form-check.ts';
import { checkUploads, safeFileName } from '../forms/uploads.ts';
import { canonicalHash, sha256 } from '../../store/content-hash.ts';
import { readableCode } from '../following/tracking-code.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { flatComponents } from '../forms/forms.ts';
import { localDateOf } from '../../../processes/language/zone.ts';
import { newDocumentId } from '../case-id.ts';
import { newFiling, openCase } from './new-case.ts';
import type { Actor, Unit } from '../../../processes/language/party.ts';
import type { DocumentId, JsonObject, UnitId } from '../../../processes/language/ids.ts';
import type { Definition } from '../directory.ts';
import type { Desk } from '../deps.ts';
import type { NewCase } from './new-case.ts';
import type { FormSchema } from '../../../processes/language/form.ts';
import type { Problem, Result } from '../../../processes/language/failure.ts';
import type { SubmissionReceipt, SubmitWniosek } from '../office.ts';

/** Which form an actor starts a procedure with; `forbidden` when the procedure is not started by such people. */
export async function startForm(
  desk: Desk,
  procedureId: string,
  actor: Actor,
): Promise<Result<{ definition: Definition; form: FormSchema }>> {
  const definition = await desk.directory.newest(procedureId);
  if (!definition) return fail('notFound');
  const roles = startingRoles(actor);
  const start = definition.procedure.start.find(({ by }) => by.some((role) => roles.includes(role)));
  const form = start && definition.forms[start.form];
  return form ? ok({ definition, form }) : fail('forbidden');
}

/**
 * Takes a filing: number, case, submission and the first entry of the record in one transaction, then tells the engine.
 * Accepted also while the engine is out of reach (`processing`); sent twice with one key, it answers the same again.
 */
export async function submit(desk: Desk, actor: Actor, input: SubmitWniosek): Promise<Result<SubmissionReceipt>> {
  const start = await startForm(desk, input.procedureId, actor);
  if (!start.ok) return start;
  const { definition, form } = start.value;
  const units = await desk.directory.units();
  const schools = [...units.values()].filter(({ kind }) => kind !== 'department').map(({ id }) => id);
  const checked = checkForm(form, input.data, {
    variables: {},
    schools,
    today: localDateOf(desk.clock().toISOString()),
  });
  const fileKeys = flatComponents(form.components).flatMap((one) => (one.type === 'filepicker' ? [one.key] : []));
  const problems = [...checked.problems, ...checkUploads(input.attachments, fileKeys)];
  if (!/^[\w-]{16,100}$/.test(input.idempotencyKey)) problems.push({ at: 'idempotencyKey', code: 'pattern' });
  if (problems.length > 0) return fail('invalidInput', { problems });

  const unit = await unitOf(desk, definition, checked.data);
  if (!unit)
    return fail('invalidInput', { problems: [{ at: definition.procedure.unitVariable ?? '', code: 'option' }] });
  const misplaced = entryProblem(actor, input, unit.id);
  if (misplaced) return fail('forbidden', { problems: [misplaced] });
  return file(desk, actor, input, { definition, data: checked.data, unit });
}

const unitOf = async (desk: Desk, { procedure }: Definition, data: JsonObject): Promise<Unit | undefined> => {
  if (procedure.unitVariable === undefined) return desk.directory.department();
  const named = data[procedure.unitVariable];
  return typeof named === 'string' ? (await desk.directory.units()).get(named as UnitId) : undefined;
};

/** Paper is entered by the secretary of the very unit it was handed in at, or by a clerk of the department. */
const entryProblem = (actor: Actor, { channel }: SubmitWniosek, unit: UnitId): Problem | undefined => {
  if (channel === 'web') return actor.kind === 'staff' ? { at: 'channel', code: 'staffFilesPaper' } : undefined;
  const clerk = actor.kind === 'staff' && actor.person.assignments.some(({ role }) => role === 'clerk');
  return clerk || holdsRole(actor, 'secretary', unit) ? undefined : { at: 'unit', code: 'foreignUnit' };
};

type Accepted = { definition: Definition; data: JsonObject; unit: Unit };

async function file(
  desk: Desk,
  actor: Actor,
  input: SubmitWniosek,
  accepted: Accepted,
): Promise<Result<SubmissionReceipt>> {
  // The code follows from the key, so that a repeated request can be told it again although it is kept nowhere.
  const idempotencyKey = `${actorRef(actor)}.${input.idempotencyKey}`;
  const code = readableCode(createHmac('sha256', desk.pepper).update(`code.${idempotencyKey}`).digest(), 12);
  const filing = newFiling(desk, { ...caseOf(desk, actor, input, accepted), idempotencyKey, code });
  if (!filing.ok) return filing;
  const opened = await openCase(desk, filing.value);
  if (!opened.ok) return opened;
  const { record, started } = opened.value;
  return ok({
    caseId: record._id,
    number: record.number,
    code,
    filedAt: record.startedAt,
    state: started ? 'started' : 'processing',
  });
}

function caseOf(
  desk: Desk,
  actor: Actor,
  input: SubmitWniosek,
  { definition, data, unit }: Accepted,
): Omit<NewCase, 'idempotencyKey' | 'code'> {
  const attachments = input.attachments.map((upload) => ({ ...upload, id: newDocumentId(desk.clock, desk.random) }));
  return {
    definition,
    unit,
    by: actorRef(actor),
    channel: input.channel,
    data: withFiles(data, attachments),
    payloadHash: payloadHash(input, data),
    pepper: desk.pepper,
    attachments: attachments.map(({ id, fileName, mime, bytes }) => ({
      id,
      fileName: safeFileName(fileName),
      mime,
      bytes,
    })),
    ...subjectOf(definition.procedure.subject, data),
    ...(actor.kind === 'parent' ? { applicant: actor.person.id } : {}),
  };
}

/** The same filing has the same hash whichever way its keys were ordered. */
const payloadHash = ({ procedureId, channel, attachments }: SubmitWniosek, data: JsonObject): string =>
  canonicalHash({ procedureId, channel, data, files: attachments.map(({ key, bytes }) => [key, sha256(bytes)]) });

const withFiles = (data: JsonObject, files: { key: string; id: DocumentId }[]): JsonObject => ({
  ...data,
  ...Object.fromEntries(
    [...new Set(files.map(({ key }) => key))].map((key) => [
      key,
      files.filter((file) => file.key === key).map(({ id }) => id as string),
    ]),
  ),
});

/** Initials such as `A. K.`: enough to find a case on one's desk, too little for a list to leak a name. */
const subjectOf = (keys: string[] | undefined, data: JsonObject): { subject?: string } => {
  const initials = (keys ?? []).flatMap((key) => {
    const value = data[key];
    return typeof value === 'string' && value !== '' ? [`${value.charAt(0).toUpperCase()}.`] : [];
  });
  return initials.length > 0 ? { subject: initials.join(' ') } : {};
};
