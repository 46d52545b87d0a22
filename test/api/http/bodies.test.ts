import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { openDoors } from '../doors.ts';
import type { Doors } from '../doors.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});

const post = (body: string, type = 'application/json'): request.Test =>
  request(doors.app).post('/track').set('Content-Type', type).set('Accept', 'application/json').send(body);

describe('a body', () => {
  test.each([
    ['an unknown key', '{"number":"1","code":"2","admin":true}', { at: 'admin', code: 'unknownKey' }],
    ['an operator', '{"number":{"$gt":""},"code":"2"}', { at: '$gt', code: 'unknownKey' }],
    ['a prototype key', '{"number":"1","code":"2","__proto__":{"x":1}}', { at: '__proto__', code: 'unknownKey' }],
    ['a missing key', '{"number":"1"}', { at: 'code', code: 'required' }],
    ['a wrong type', '{"number":"1","code":[]}', { at: 'code', code: 'pattern' }],
    ['half of JSON', '{"number":', { at: 'body', code: 'malformed' }],
    ['a list', '[]', { at: 'body', code: 'pattern' }],
    ['a bomb of brackets', `{"number":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, { at: 'body', code: 'malformed' }],
  ])('with %s is refused and the place is named', async (_what, body, problem) => {
    const answer = await post(body).expect(422);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body.problems).toEqual(expect.arrayContaining([expect.objectContaining(problem)]));
  });

  test('of more than 256 KB is too large', async () => {
    const answer = await post(JSON.stringify({ number: 'x'.repeat(300_000), code: 'y' })).expect(413);
    expect(answer.body).toMatchObject({ status: 413, code: 'tooLarge' });
  });

  test('of a kind nobody reads is refused, files too where none are expected', async () => {
    await post('<a/>', 'application/xml').expect(422);
    await post('--x--', 'multipart/form-data; boundary=x').expect(422);
    await request(doors.app).post('/verify').set('Content-Type', 'multipart/form-data').send('x').expect(422);
  });
});

describe('an answer', () => {
  test('to an error is a problem document without a stack, in the reader’s language', async () => {
    const problem = (language: string): request.Test =>
      request(doors.app).get('/nowhere').set('Accept-Language', language);
    const [pl, en] = [await problem('pl').expect(404), await problem('en').expect(404)];
    expect(Object.keys(pl.body).sort()).toEqual(['code', 'detail', 'problems', 'status', 'title', 'type']);
    expect(pl.body.code).toBe('notFound');
    expect(en.body.code).toBe('notFound');
    expect(JSON.stringify(pl.body)).not.toContain('at ');
  });

  test('to a bug tells its number, not its reason', async () => {
    const office = { ...doors.deps.office, procedures: () => Promise.reject(new Error('secret of the house')) };
    const broken = await openDoors({ office });
    const asJson = await request(broken.app).get('/procedures').expect(500);
    const asPage = await request(broken.app).get('/procedures').set('Accept', 'text/html').expect(500);
    expect(asJson.text + asPage.text).not.toContain('secret of the house');
    expect(asPage.text).toContain(asPage.headers['x-request-id']);
    expect(broken.log.join('')).toContain('secret of the house');
  });

  test('without the store is 503 with a time to come back, in both representations', async () => {
    const { StoreUnavailable } = await import('../../../activities/store/unavailable.ts');
    const away = (): Promise<never> => Promise.reject(new StoreUnavailable(new Error('gone')));
    const broken = await openDoors({ office: { ...doors.deps.office, procedures: away } });
    const asJson = await request(broken.app).get('/procedures').expect(503);
    expect([asJson.headers['retry-after'], asJson.body.code]).toEqual(['5', 'storeUnavailable']);
    const asPage = await request(broken.app).get('/procedures').set('Accept', 'text/html').expect(503);
    expect(asPage.headers['retry-after']).toBe('5');
  });

  test('is JSON unless a page is asked for, and 4xx for what cannot be told', async () => {
    expect((await request(doors.app).get('/procedures').expect(200)).type).toBe('application/json');
    expect((await request(doors.app).get('/procedures').set('Accept', 'text/html,*/*;q=0.8')).type).toBe('text/html');
    await request(doors.app).get('/%E0%A4%A').expect(404);
  });
});
