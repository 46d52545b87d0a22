import { beforeAll, describe, expect, test } from '@jest/globals';
import { fileCertificate, openDoors, signedIn, taskOf } from '../doors.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let secretary: Visitor;
let clerk: Visitor;
let stranger: Visitor;
let administrator: Visitor;
let filed: { caseId: string; number: string };

beforeAll(async () => {
  doors = await openDoors();
  secretary = await signedIn(doors, 'secretary-sp-1');
  clerk = await signedIn(doors, 'clerk-wydzial');
  stranger = await signedIn(doors, 'secretary-sp-2');
  administrator = await signedIn(doors, 'administrator');
  filed = await fileCertificate(doors);
});

describe('the list of cases', () => {
  test('shows a school its own, the department all', async () => {
    const numbers = async (who: Visitor): Promise<string[]> =>
      (await who.json('get', '/cases').expect(200)).body.rows.map((row: { number: string }) => row.number);
    expect(await numbers(secretary)).toEqual([filed.number]);
    expect(await numbers(clerk)).toEqual([filed.number]);
    expect(await numbers(stranger)).toEqual([]);
    expect((await secretary.page('/cases').expect(200)).text).toContain(filed.number);
  });

  test('gives an administrator, who reads no contents, no initials either', async () => {
    const subjects = async (who: Visitor): Promise<unknown[]> =>
      (await who.json('get', '/cases').expect(200)).body.rows.map((row: { subject?: string }) => row.subject);
    expect(await subjects(clerk)).toEqual(['J. Ż.']);
    expect(await subjects(administrator)).toEqual([undefined]);
    expect((await administrator.page('/cases').expect(200)).text).not.toContain('J. Ż.');
  });

  test('is filtered by the address, and an empty choice is no filter', async () => {
    const total = async (query: string): Promise<number> => (await clerk.json('get', `/cases?${query}`)).body.total;
    expect(await total('procedure=demo&unit=&status=&text=')).toBe(1);
    expect(await total('procedure=stypendium-szkolne')).toBe(0);
    expect(await total('unit=sp-2')).toBe(0);
    expect(await total(`text=${filed.number}`)).toBe(1);
    expect(await total('status=completed&page=nonsense&utm_source=x')).toBe(0);
  });

  test('is for staff: a parent may not, a stranger is asked to sign in', async () => {
    const parent = await signedIn(doors, 'parent-1');
    await parent.json('get', '/cases').expect(403);
    const nobody = { ...parent, ...(await signedIn(doors, 'parent-1')) };
    expect(nobody.cookie).not.toBe('');
  });
});

describe('a case', () => {
  test('is shown with its course to those who work on it, and is unknown to another school', async () => {
    const { body } = await secretary.json('get', `/cases/${filed.caseId}`).expect(200);
    expect(body.case).toMatchObject({ number: filed.number, data: { pupilFirstName: 'Jaś' } });
    expect(body.may.retry).toBe(false);
    expect((await secretary.page(`/cases/${filed.caseId}`).expect(200)).text).toContain(filed.number);
    await stranger.json('get', `/cases/${filed.caseId}`).expect(404);
    await stranger.page(`/cases/${filed.caseId}`).expect(404);
  });

  test('shows an administrator how it goes but not what it says', async () => {
    const { body } = await administrator.json('get', `/cases/${filed.caseId}`).expect(200);
    expect(body.may.retry).toBe(true);
    expect(body.case).toMatchObject({ data: {}, documents: [], messages: [] });
    expect(JSON.stringify(body)).not.toMatch(/Jaś|Żółty|J\. Ż\./);
  });

  test('takes a message only when it waits for one, and a retry only from an administrator', async () => {
    const path = `/cases/${filed.caseId}`;
    expect((await secretary.json('post', `${path}/messages/odwolanie`, {})).status).toBeGreaterThanOrEqual(400);
    await stranger.json('post', `${path}/messages/odwolanie`, {}).expect(404);
    await secretary.json('post', `${path}/messages/odwolanie`, { unknown: 1 }).expect(422);
    await secretary.json('post', `${path}/incidents/i1/retry`).expect(403);
    expect((await administrator.json('post', `${path}/incidents/i1/retry`)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a document of a case', () => {
  test('is handed out as a PDF with nosniff to the unit, never to another', async () => {
    const task = await taskOf(doors, filed.caseId, 'review');
    await secretary.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } }).expect(200);
    const { body } = await secretary.json('get', `/cases/${filed.caseId}`);
    const path = `/cases/${filed.caseId}/documents/${body.case.documents[0].id}`;
    const file = await secretary.page(path).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(file.headers['content-disposition']).toMatch(/^inline; filename=/);
    expect((await secretary.page(`${path}?download=1`)).headers['content-disposition']).toMatch(/^attachment/);
    await secretary.page(`${path}?revision=7`).expect(404);
    await stranger.page(path).expect(404);
    await administrator.page(path).expect(404);
  });

  test('is not found under another case', async () => {
    const other = await fileCertificate(doors);
    const { body } = await secretary.json('get', `/cases/${filed.caseId}`);
    await secretary.page(`/cases/${other.caseId}/documents/${body.case.documents[0].id}`).expect(404);
  });
});
