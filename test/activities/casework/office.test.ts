import { beforeEach, describe, expect, test } from '@jest/globals';
import { actorOf, createWorld } from '../../support/world.ts';
import { application } from '../../../processes/stypendium-szkolne/sample.ts';
import { canonicalCode } from '../../../activities/casework/following/tracking-code.ts';
import { scopeOf, systemScope } from '../../../activities/store/scope.ts';
import { sweepSubmissions } from '../../../activities/casework/starting/sweeper.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { JsonObject, TaskId } from '../../../processes/language/ids.ts';
import type { SubmissionReceipt } from '../../../activities/casework/office.ts';
import type { World } from '../../support/world.ts';

const all = systemScope('test');
const anonymous: Actor = { kind: 'anonymous' };
let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const filing = (more: object = {}) => ({
  procedureId: 'stypendium-szkolne',
  idempotencyKey: 'key-0123456789abcdef',
  data: application,
  channel: 'web' as const,
  attachments: [],
  ...more,
});
async function filed(more: object = {}, actor: Actor = anonymous): Promise<SubmissionReceipt> {
  const receipt = await world.office.submit(actor, filing(more));
  if (!receipt.ok) throw new Error(`Expected a receipt but: ${JSON.stringify(receipt)}`);
  return receipt.value;
}
async function openTask(element: string): Promise<TaskId> {
  const { rows } = await world.store.tasks.list(all, { state: 'open' });
  const found = rows.find((row) => row.element === element);
  if (!found) throw new Error(`Expected ${element} to be open but: ${rows.map((row) => row.element).join(', ')}`);
  return found._id;
}
const complete = async (element: string, as: string, data: JsonObject) =>
  world.office.complete(all, actorOf(as), await openTask(element), data);
async function sign(element: string, as: string) {
  const id = await openTask(element);
  const task = await world.office.task(all, actorOf(as), id);
  if (!task.ok || !task.value.signature) throw new Error('Expected a task that demands a signature');
  const head = task.value.signature.document.revisions.at(-1)?.sha256;
  if (!head) throw new Error('Expected a document');
  return world.office.sign(all, actorOf(as), id, head);
}
const grant = { verdict: 'grant', monthlyAmount: 12_400, months: 10, fromMonth: '09.2026' };
async function toSignature(): Promise<SubmissionReceipt> {
  const receipt = await filed();
  expect(await complete('schoolCheck', 'secretary-sp-1', { enrolled: 'yes', registeredClass: '4b' })).toMatchObject({
    ok: true,
  });
  expect(await complete('formalCheck', 'clerk-wydzial', { formalResult: 'complete' })).toMatchObject({ ok: true });
  expect(await complete('proposal', 'clerk-wydzial', grant)).toMatchObject({ ok: true });
  return receipt;
}

describe('a filing', () => {
  test('gets a number, a code of 60 bits and its first task at the school', async () => {
    const receipt = await filed();
    expect(receipt).toMatchObject({ number: expect.stringMatching(/^SP1\.\w+\.1\.2026$/), state: 'started' });
    expect(canonicalCode(receipt.code)).toMatch(/^[0-9A-Z]{12}$/);
    await openTask('schoolCheck');
  });

  test('sent twice with one key is one case and tells the same code again', async () => {
    const first = await filed();
    expect(await filed()).toMatchObject({ caseId: first.caseId, number: first.number, code: first.code });
    expect(await world.store.cases.list(all, {})).toMatchObject({ total: 1 });
  });

  test('with a used key and other content is refused', async () => {
    await filed();
    const other = { ...application, pupilFirstName: 'Inna' };
    expect(await world.office.submit(anonymous, filing({ data: other }))).toMatchObject({
      failure: 'idempotencyMismatch',
    });
  });

  test('with wrong fields names each of them and leaves nothing behind', async () => {
    const wrong = { ...application, pupilFirstName: '', pesel: '44051401359' };
    const answer = await world.office.submit(anonymous, filing({ data: wrong }));
    expect(answer).toMatchObject({ failure: 'invalidInput' });
    expect(answer.ok ? [] : answer.problems?.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'pupilFirstName required',
      'pesel unknownKey',
    ]);
    expect(await world.store.cases.list(all, {})).toMatchObject({ total: 0 });
  });

  test('is taken while the engine is down and started by the sweeper later', async () => {
    world.engine.down = true;
    const receipt = await filed();
    expect(receipt.state).toBe('processing');
    world.clock.forward(60_000);
    expect(await sweepSubmissions(world.desk)).toBe(0);
    world.engine.down = false;
    expect(await sweepSubmissions(world.desk)).toBe(1);
    expect(await sweepSubmissions(world.desk)).toBe(0);
    await openTask('schoolCheck');
  });

  test('on paper is entered by the secretary of that school only', async () => {
    expect(await world.office.submit(actorOf('secretary-sp-2'), filing({ channel: 'paper' }))).toMatchObject({
      failure: 'forbidden',
    });
    await filed({ channel: 'paper' }, actorOf('secretary-sp-1'));
  });
});

describe('a task', () => {
  test('is done once: the second person is told so and nothing changes', async () => {
    await filed();
    const id = await openTask('schoolCheck');
    const data = { enrolled: 'yes', registeredClass: '4b' };
    expect(await world.office.complete(all, actorOf('secretary-sp-1'), id, data)).toMatchObject({ ok: true });
    expect(await world.office.complete(all, actorOf('secretary-sp-1'), id, data)).toMatchObject({
      failure: 'taskClosed',
    });
  });

  test('claimed by one clerk is not completed by another', async () => {
    await filed();
    await complete('schoolCheck', 'secretary-sp-1', { enrolled: 'yes', registeredClass: '4b' });
    const id = await openTask('formalCheck');
    expect(await world.office.claim(all, actorOf('clerk-wydzial'), id)).toMatchObject({ ok: true });
    expect(
      await world.office.complete(all, actorOf('clerk-2-wydzial'), id, { formalResult: 'complete' }),
    ).toMatchObject({
      failure: 'taskClaimed',
    });
    expect(await world.office.release(all, actorOf('clerk-wydzial'), id)).toMatchObject({ ok: true });
    expect(
      await world.office.complete(all, actorOf('clerk-2-wydzial'), id, { formalResult: 'complete' }),
    ).toMatchObject({
      ok: true,
    });
  });

  test('keeps a draft and tells of one saved on another device', async () => {
    await filed();
    const id = await openTask('schoolCheck');
    const clerk = actorOf('secretary-sp-1');
    expect(await world.office.saveDraft(all, clerk, id, { registeredClass: '5' }, 0)).toMatchObject({
      value: { revision: 1 },
    });
    expect(await world.office.saveDraft(all, clerk, id, { registeredClass: '6' }, 0)).toMatchObject({
      failure: 'conflict',
    });
    expect(await world.office.task(all, clerk, id)).toMatchObject({
      value: { draft: { data: { registeredClass: '5' } }, progress: 'draft' },
    });
  });
});

describe('a signature', () => {
  test('is demanded before the task can be completed, in turn and by two people', async () => {
    await toSignature();
    expect(await complete('clerkSignature', 'clerk-wydzial', {})).toMatchObject({ failure: 'signatureRequired' });
    expect(await sign('clerkSignature', 'clerk-wydzial')).toMatchObject({ ok: true });
    expect(await sign('clerkSignature', 'clerk-wydzial')).toMatchObject({
      ok: true,
      value: { revisions: { length: 2 } },
    });
    expect(await complete('clerkSignature', 'clerk-wydzial', {})).toMatchObject({ ok: true });
    expect(await sign('directorSignature', 'clerk-wydzial')).toMatchObject({
      failure: 'signatureRefused',
      problems: [{ code: 'samePerson' }],
    });
    expect(await sign('directorSignature', 'director-wydzial')).toMatchObject({ value: { unsigned: [] } });
    expect(await complete('directorSignature', 'director-wydzial', {})).toMatchObject({ ok: true });
    await openTask('delivery');
  });

  test('on another revision than the one that was read is a conflict', async () => {
    await toSignature();
    const id = await openTask('clerkSignature');
    expect(await world.office.sign(all, actorOf('clerk-wydzial'), id, 'f'.repeat(64) as never)).toMatchObject({
      failure: 'conflict',
    });
  });
});

describe('the parent', () => {
  test('sees the stage by number and code, and the decision only when it is issued', async () => {
    const { number, code } = await toSignature();
    const before = await world.office.track(number, code.toLowerCase().replaceAll('-', ' '));
    expect(before).toMatchObject({ value: { holder: expect.any(String), documents: [], tasks: [] } });
    await sign('clerkSignature', 'clerk-wydzial');
    await complete('clerkSignature', 'clerk-wydzial', {});
    await sign('directorSignature', 'director-wydzial');
    await complete('directorSignature', 'director-wydzial', {});
    const after = await world.office.track(number, code);
    expect(after).toMatchObject({ value: { documents: [{ kind: 'decision' }], letters: [{}] } });
    if (!after.ok) return;
    const verified = await world.office.verifyByCode(after.value.documents[0]?.verificationCode ?? '');
    expect(verified).toMatchObject({ value: { valid: true, known: true, number, signatures: { length: 2 } } });
  });

  test('cannot make the office vouch for a file by attaching it, nor for the office’s own draft', async () => {
    const forged = Buffer.from('%PDF-1.7 forged');
    const known = async (bytes: Buffer) => {
      const report = await world.office.verifyUpload(bytes);
      return report.ok && report.value.known;
    };
    await toSignature();
    const [draft] = await world.store.documents.ofCase(
      all,
      (await world.store.cases.list(all, {})).rows[0]?._id as never,
    );
    const head = async (): Promise<Buffer> => {
      const found = await world.office.documentBytes(all, draft?._id as never);
      if (!found.ok) throw new Error('Expected the decision');
      return found.value.bytes;
    };
    const unsigned = await head();
    expect(await known(unsigned)).toBe(false);
    await world.store.documents.add(
      all,
      {
        ...(draft as never as object),
        _id: 'forged',
        kind: 'attachment',
        signatureFields: [],
        madeBy: 'forged',
      } as never,
      forged,
      { at: '2026-09-09T08:00:00.000Z', actor: 'applicant', action: 'attached' },
    );
    expect(await known(forged)).toBe(false);
    await sign('clerkSignature', 'clerk-wydzial');
    await complete('clerkSignature', 'clerk-wydzial', {});
    expect(await known(await head())).toBe(false);
    await sign('directorSignature', 'director-wydzial');
    expect(await known(await head())).toBe(true);
    expect(await known(unsigned)).toBe(false);
  });

  test('gets one answer for a wrong number and for a wrong code', async () => {
    const { number } = await filed();
    expect(await world.office.track(number, 'AAAA-AAAA-AAAA')).toEqual({ ok: false, failure: 'notFound' });
    expect(await world.office.track('SP1.0.9.2026', 'AAAA-AAAA-AAAA')).toEqual({ ok: false, failure: 'notFound' });
  });

  test('can take a case into the account once, nobody else after', async () => {
    const { number, code, caseId } = await filed();
    expect(await world.office.adopt(actorOf('parent-1'), number, code)).toEqual({ ok: true, value: caseId });
    expect(await world.office.adopt(actorOf('parent-2'), number, code)).toMatchObject({ failure: 'forbidden' });
    expect(await world.office.adopt(actorOf('clerk-wydzial'), number, code)).toMatchObject({ ok: false });
  });
});

describe('a message', () => {
  test('brings in nothing that the model does not ask for', async () => {
    const { caseId } = await toSignature();
    const send = (data: JsonObject) =>
      world.office.deliverMessage(all, actorOf('secretary-sp-1'), caseId, 'odwolanie', 'm-1', data);
    expect(await send({ monthlyAmount: 99_999_00 })).toEqual({
      ok: false,
      failure: 'invalidInput',
      problems: [{ at: 'monthlyAmount', code: 'unknownKey' }],
    });
  });
});

describe('the record', () => {
  test('of a whole case verifies, and a case outside the scope is not there', async () => {
    const { caseId } = await toSignature();
    expect(await world.store.record.verify()).toMatchObject({ cases: 1, broken: [] });
    expect(await world.office.case(scopeOf({ unit: 'sp-2' }, 'test'), caseId)).toMatchObject({ failure: 'notFound' });
    const view = await world.office.case(all, caseId);
    expect(view).toMatchObject({
      value: { stage: { id: 'deciding' }, holders: [{ role: 'clerk@department' }], incidents: [] },
    });
  });
});
