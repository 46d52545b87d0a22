import { beforeEach, describe, expect, test } from '@jest/globals';
import { actorOf, createWorld } from '../../../support/world.ts';
import { application } from '../../../../processes/stypendium-szkolne/sample.ts';
import { systemScope } from '../../../../activities/store/scope.ts';
import type { CaseId, JsonObject, TaskId } from '../../../../processes/language/ids.ts';
import type { World } from '../../../support/world.ts';

const all = systemScope('test');
const grant = { verdict: 'grant', monthlyAmount: 12_400, months: 10, fromMonth: '09.2026' };
const reason = 'Stawka za wysoka.';
let world: World;
let caseId: CaseId;

const openTask = async (element: string): Promise<TaskId> => {
  const { rows } = await world.store.tasks.list(all, { state: 'open' });
  const found = rows.find((row) => row.element === element);
  if (!found) throw new Error(`Expected ${element} to be open but: ${rows.map((row) => row.element).join(', ')}`);
  return found._id;
};
const complete = async (element: string, as: string, data: JsonObject): Promise<void> => {
  const done = await world.office.complete(all, actorOf(as), await openTask(element), data);
  expect(done).toMatchObject({ ok: true });
};
const sign = async (element: string, as: string) => {
  const id = await openTask(element);
  const task = await world.office.task(all, actorOf(as), id);
  const head = task.ok ? task.value.signature?.document.revisions.at(-1)?.sha256 : undefined;
  if (!head) throw new Error('Expected a document to sign');
  return world.office.sign(all, actorOf(as), id, head);
};
const giveBack = async (element: string, as: string, why: string) =>
  world.office.returnTask(all, actorOf(as), await openTask(element), why);

beforeEach(async () => {
  world = await createWorld();
  const filed = await world.office.submit(
    { kind: 'anonymous' },
    {
      procedureId: 'stypendium-szkolne',
      idempotencyKey: 'key-0123456789abcdef',
      data: application,
      channel: 'web',
      attachments: [],
    },
  );
  if (!filed.ok) throw new Error(`Expected a receipt but: ${JSON.stringify(filed)}`);
  ({ caseId } = filed.value);
  await complete('schoolCheck', 'secretary-sp-1', { enrolled: 'yes', registeredClass: '4b' });
  await complete('formalCheck', 'clerk-wydzial', { formalResult: 'complete' });
  await complete('proposal', 'clerk-wydzial', grant);
});

describe('a decision returned for correction', () => {
  test('is made anew: only the new document can be signed, and the clerk is told why', async () => {
    await sign('clerkSignature', 'clerk-wydzial');
    await complete('clerkSignature', 'clerk-wydzial', {});
    const task = await openTask('directorSignature');
    expect(await world.office.task(all, actorOf('director-wydzial'), task)).toMatchObject({
      value: { returnable: true },
    });
    expect(await giveBack('directorSignature', 'director-wydzial', reason)).toMatchObject({ ok: true });
    expect(await world.office.returnTask(all, actorOf('director-wydzial'), task, reason)).toMatchObject({
      failure: 'taskClosed',
    });
    const proposal = await world.office.task(all, actorOf('clerk-wydzial'), await openTask('proposal'));
    expect(proposal).toMatchObject({ value: { data: { returnReason: reason } } });

    await complete('proposal', 'clerk-wydzial', { ...grant, monthlyAmount: 10_000 });
    const documents = await world.store.documents.ofCase(all, caseId);
    expect(documents.map(({ kind, revisions }) => [kind, revisions.length])).toEqual([
      ['decision', 2],
      ['decision', 1],
    ]);
    expect(await sign('clerkSignature', 'clerk-wydzial')).toMatchObject({ ok: true, value: { id: documents[1]?._id } });
  });

  test('needs a reason that can be read', async () => {
    expect(await giveBack('clerkSignature', 'clerk-wydzial', ' \u200b')).toMatchObject({
      failure: 'invalidInput',
      problems: [{ at: 'reason', code: 'required' }],
    });
    expect(await openTask('clerkSignature')).toBeDefined();
  });

  test('is returned only from its own task, not by whoever may write to the case', async () => {
    const message = world.office.deliverMessage(all, actorOf('secretary-sp-1'), caseId, 'zwrot', 'm-1', { reason });
    expect(await message).toMatchObject({ failure: 'forbidden' });
    expect(await world.office.case(all, caseId)).toMatchObject({ value: { waiting: [] } });
    expect(await giveBack('clerkSignature', 'clerk-wydzial', reason)).toMatchObject({ ok: true });
    expect(await giveBack('proposal', 'clerk-wydzial', reason)).toMatchObject({ failure: 'notAwaited' });
  });
});
