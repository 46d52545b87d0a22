import { beforeAll, describe, expect, test } from '@jest/globals';
import { fileCertificate, openDoors, signedIn, taskOf } from '../doors.ts';
import { application } from '../../../processes/stypendium-szkolne/sample.ts';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { Doors } from '../doors.ts';

let doors: Doors;
let caseId: CaseId;
const reason = 'Stawka za wysoka.';

const done = async (person: string, element: string, data: object): Promise<void> => {
  const visitor = await signedIn(doors, person);
  await visitor.json('post', `/tasks/${await taskOf(doors, caseId, element)}`, { data }).expect(200);
};

beforeAll(async () => {
  doors = await openDoors();
  const filed = await doors.world.office.submit(
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
  await done('secretary-sp-1', 'schoolCheck', { enrolled: 'yes', registeredClass: '4b' });
  await done('clerk-wydzial', 'formalCheck', { formalResult: 'complete' });
  await done('clerk-wydzial', 'proposal', {
    verdict: 'grant',
    monthlyAmount: 12_400,
    months: 10,
    fromMonth: '09.2026',
  });
});

describe('returning the work for correction', () => {
  test('is for those who hold the task, with a reason, which comes back as typed when it does not fit', async () => {
    const task = await taskOf(doors, caseId, 'clerkSignature');
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const director = await signedIn(doors, 'director-wydzial');
    const clerk = await signedIn(doors, 'clerk-wydzial');
    await secretary.json('post', `/tasks/${task}/return`, { reason }).expect(403);
    await director.json('post', `/tasks/${task}/return`, { reason }).expect(403);
    await secretary.json('post', `/cases/${caseId}/messages/zwrot`, { data: { reason } }).expect(403);

    const empty = await clerk.form(`/tasks/${task}/return`, { reason: ' ' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('href="#field-reason"')]);
    const long = await clerk.form(`/tasks/${task}/return`, { reason: 'ż'.repeat(3001) });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('ż'.repeat(3001))]);

    const returned = await clerk.form(`/tasks/${task}/return`, { reason });
    expect([returned.status, returned.headers['location']]).toEqual([303, '/inbox']);
    const proposal = await taskOf(doors, caseId, 'proposal');
    expect((await clerk.page(`/tasks/${proposal}`).expect(200)).text).toContain(reason);
    await clerk.json('post', `/tasks/${task}/return`, { reason }).expect(409);
  });

  test('is refused where the procedure does not offer it', async () => {
    const { caseId: other } = await fileCertificate(doors);
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const answer = await secretary.json('post', `/tasks/${await taskOf(doors, other, 'review')}/return`, { reason });
    expect([answer.status, answer.body.code]).toEqual([409, 'notAwaited']);
  });
});
