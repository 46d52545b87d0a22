import { beforeEach, describe, expect, test } from '@jest/globals';
import { fileCertificate, openDoors, signedIn, taskOf } from '../doors.ts';
import { systemScope } from '../../../activities/store/scope.ts';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { Doors, Visitor } from '../doors.ts';
import type { TokenView } from '../../../processes/language/operating.ts';

let doors: Doors;
let administrator: Visitor;
let secretary: Visitor;
let base: string;
let caseId: string;

beforeEach(async () => {
  doors = await openDoors();
  administrator = await signedIn(doors, 'administrator');
  secretary = await signedIn(doors, 'secretary-sp-1');
  ({ caseId } = await fileCertificate(doors));
  base = `/cases/${caseId}`;
});

const tokens = async (): Promise<TokenView[]> =>
  (await administrator.json('get', `${base}/operate`).expect(200)).body.case.tokens;
const tokenAt = async (element: string): Promise<string> =>
  (await tokens()).find((token) => token.element === element)?.instance ?? '';
const entries = async (): Promise<{ action: string; who: string; element?: string }[]> =>
  (await administrator.json('get', base).expect(200)).body.case.history;

describe('operating a case', () => {
  test('is for administrators; who works on it may not, whoever may not see it learns nothing', async () => {
    const paths = [
      'suspension',
      'resumption',
      'cancellation',
      'tokens',
      'tokens/1/end',
      'tokens/1/move',
      'deletion',
      'variables',
    ];
    const bodies: Record<string, object> = {
      tokens: { to: 'review' },
      'tokens/1/move': { to: 'review' },
      deletion: { reason: 'mistake' },
      variables: { variables: { a: 1 } },
    };
    for (const path of paths)
      expect([path, (await secretary.json('post', `${base}/${path}`, bodies[path])).status]).toEqual([path, 403]);
    await secretary.json('get', `${base}/operate`).expect(403);
    await secretary.json('post', '/signals/reopened', {}).expect(403);
    await administrator.json('post', '/cases/unknown/suspension').expect(404);
    await administrator.json('get', '/cases/unknown/operate').expect(404);
  });

  test('shows where the case stands and nothing of what it says', async () => {
    const { body } = await administrator.json('get', `${base}/operate`).expect(200);
    expect(body.case.tokens).toEqual([
      expect.objectContaining({
        element: 'review',
        name: 'Rozpatrz prośbę',
        waits: [{ for: 'person' }],
        movable: true,
      }),
    ]);
    expect(body.case.scopes[0].places).toContainEqual({ element: 'issued', name: 'Wydane' });
    expect(body.case.scopes[0].variables).toContain('pupilFirstName');
    expect(JSON.stringify(body)).not.toMatch(/Jaś|Żółty/);
    const page = (await administrator.page(`${base}/operate`).expect(200)).text;
    expect(page).toContain('Rozpatrz prośbę');
    expect(page).not.toMatch(/Jaś|Żółty/);
    expect((await administrator.page(base)).text).toContain(`${base}/operate`);
    expect((await secretary.page(base)).text).not.toContain(`${base}/operate`);
  });

  test('suspends it, so that no task can be completed, and resumes it', async () => {
    const review = await taskOf(doors, caseId, 'review');
    await administrator.form(`${base}/suspension`).expect(303).expect('Location', `${base}/operate`);
    expect((await secretary.json('get', base)).body.case.suspended).toBe(true);
    expect((await administrator.page('/cases')).text).toContain('zawieszona');
    await secretary
      .json('post', `/tasks/${review}`, {
        data: { verdict: 'issue', pupilFirstName: 'Jaś', pupilLastName: 'Żółty', purpose: 'bilet', className: '4a' },
      })
      .expect(409);
    await administrator.json('post', `${base}/suspension`).expect(409);
    await administrator.json('post', `${base}/resumption`).expect(200);
    await administrator.json('post', `${base}/resumption`).expect(409);
    expect((await secretary.json('get', base)).body.case).not.toHaveProperty('suspended');
    expect((await entries()).at(-1)).toMatchObject({ action: 'caseResumed', who: expect.stringMatching(/\w/) });
  });

  test('moves, adds and ends tokens, each an entry with its element', async () => {
    await administrator.form(`${base}/tokens/${await tokenAt('review')}/move`, { to: 'review' }).expect(303);
    expect(await entries()).toContainEqual(
      expect.objectContaining({ action: 'tokenMoved', element: 'Rozpatrz prośbę' }),
    );
    await administrator.form(`${base}/tokens`, { place: '0/review' }).expect(303);
    expect((await tokens()).map(({ element }) => element)).toEqual(['review', 'review']);
    await administrator.json('post', `${base}/tokens/${await tokenAt('review')}/end`).expect(200);
    expect(await tokens()).toHaveLength(1);
    await administrator.json('post', `${base}/tokens/999/end`).expect(404);
    await administrator.json('post', `${base}/tokens`, { to: 'nowhere' }).expect(422);
    await administrator.json('post', `${base}/tokens`, { to: 'review', by: 'me' }).expect(422);
  });

  test('corrects variables; what is no JSON comes back as it was typed', async () => {
    await administrator.json('post', `${base}/variables`, { variables: { purpose: 'stypendium' } }).expect(200);
    expect((await secretary.json('get', base)).body.case.data.purpose).toBe('stypendium');
    await administrator.form(`${base}/variables`, { scope: '0', name: 'limit', value: '[1, 2]' }).expect(303);
    expect((await secretary.json('get', base)).body.case.data.limit).toEqual([1, 2]);
    const wrong = await administrator.form(`${base}/variables`, { scope: '0', name: 'limit', value: 'dużo' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('dużo');
    expect(wrong.text).toContain('To nie jest JSON');
    await administrator.json('post', `${base}/variables`, { variables: { 'a b': 1 } }).expect(422);
    await administrator.json('post', `${base}/variables`, { variables: {} }).expect(422);
    const everything = systemScope('test');
    const record = await doors.world.store.record.ofCase(everything, caseId as CaseId);
    const corrections = record.filter(({ action }) => action === 'variablesCorrected');
    expect(corrections.map(({ actor, about }) => [actor, about])).toEqual([
      ['administrator', 'purpose'],
      ['administrator', 'limit'],
    ]);
    expect(JSON.stringify(corrections)).not.toContain('stypendium');
  });

  test('cancels it: it is closed as cancelled, and nothing more can be done', async () => {
    await administrator.form(`${base}/cancellation`, { undo: 'yes' }).expect(303);
    expect((await secretary.json('get', base)).body.case).toMatchObject({ status: 'completed', outcome: 'cancelled' });
    expect((await secretary.page(base)).text).toContain('anulowano');
    await administrator.json('post', `${base}/suspension`).expect(409);
    expect((await administrator.json('get', `${base}/operate`)).body.case).toMatchObject({
      running: false,
      tokens: [],
    });
  });

  test('deletes it: number and record stay, everything else is gone', async () => {
    const { number } = (await secretary.json('get', base)).body.case;
    await administrator.json('post', `${base}/deletion`, { reason: 'Jaś się pomylił' }).expect(422);
    await administrator.form(`${base}/deletion`, { reason: 'duplicate' }).expect(303);
    const { case: left } = (await secretary.json('get', base).expect(200)).body;
    expect(left).toMatchObject({ number, outcome: 'deleted', data: {}, tasks: [], documents: [] });
    expect(left.history.at(-1).action).toBe('caseDeleted');
    const next = await fileCertificate(doors);
    expect(next.number).not.toBe(number);
    expect((await doors.world.store.record.verify()).broken).toEqual([]);
  });

  test('while the engine is away changes nothing and says so', async () => {
    doors.world.engine.down = true;
    for (const path of ['suspension', 'cancellation']) await administrator.json('post', `${base}/${path}`).expect(503);
    await administrator.json('post', `${base}/deletion`, { reason: 'test' }).expect(503);
    await administrator.json('post', '/signals/reopened', {}).expect(503);
    doors.world.engine.down = false;
    expect((await secretary.json('get', base)).body.case.data.pupilFirstName).toBe('Jaś');
  });

  test('a signal nobody knows is not found in a case, and reaches no case', async () => {
    await administrator.json('post', `${base}/signals/reopened`, {}).expect(404);
    expect((await administrator.json('post', '/signals/reopened', {}).expect(200)).body).toEqual({ taken: 0 });
  });
});
