import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { certificate, openDoors, signedIn, stranger } from '../doors.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let nobody: Visitor;

beforeAll(async () => {
  doors = await openDoors();
  nobody = await stranger(doors);
});

const filled = { pupilFirstName: 'Jaś', pupilLastName: 'Żółty', school: 'sp-1', purpose: 'bilet', email: '' };
let keys = 0;
const newKey = (): string => `application-test-${(keys += 1)}`;

describe('applying', () => {
  test('offers parents and staff what they can start', async () => {
    const offered = async (who: Visitor): Promise<string[]> =>
      (await who.json('get', '/applications').expect(200)).body.procedures.map((one: { id: string }) => one.id);
    expect(await offered(nobody)).toEqual(expect.arrayContaining(['demo', 'stypendium-szkolne']));
    expect(await offered(await signedIn(doors, 'administrator'))).toEqual([]);
    await (await signedIn(doors, 'administrator')).json('get', '/applications/demo').expect(403);
  });

  test('shows the form with the schools to choose from and a key of its own', async () => {
    const { body } = await nobody.json('get', '/applications/demo').expect(200);
    expect(body.schools).toHaveLength(153);
    expect(body.channel).toBe('web');
    expect(body.idempotencyKey).toMatch(/^[\w-]{24}$/);
    expect((await nobody.page('/applications/demo').expect(200)).text).toContain('name="pupilFirstName"');
    await nobody.page('/applications/unknown').expect(404);
    await nobody.page('/applications/..%2Fdemo').expect(404);
  });

  test('files from a form without an account and tells number and code once', async () => {
    const done = await nobody.form('/applications/demo', { ...filled, idempotencyKey: newKey(), _action: 'complete' });
    expect(done.status).toBe(201);
    expect(done.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  test('files from JSON with a key in the header; the same key is the same case', async () => {
    const key = newKey();
    const send = (data: object): request.Test =>
      request(doors.app).post('/applications/demo').set('Idempotency-Key', key).send({ data });
    const first = await send(certificate).expect(201);
    const again = await send(certificate).expect(201);
    expect([again.body.number, again.body.code]).toEqual([first.body.number, first.body.code]);
    expect((await send({ ...certificate, purpose: 'co innego' })).body.code).toBe('idempotencyMismatch');
  });

  test('without a key or with wrong fields nothing is filed and each place is named', async () => {
    const before = await doors.world.store.cases.list({ condition: {}, why: 'test' }, {});
    const wrong = await request(doors.app)
      .post('/applications/demo')
      .send({ data: { school: 'sp-999' } })
      .expect(422);
    const places = wrong.body.problems.map(({ at }: { at: string }) => at);
    expect(places).toEqual(expect.arrayContaining(['pupilFirstName', 'school', 'idempotencyKey']));
    const page = await nobody.form('/applications/demo', { ...filled, pupilFirstName: '', idempotencyKey: newKey() });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="Żółty"');
    expect((await doors.world.store.cases.list({ condition: {}, why: 'test' }, {})).total).toBe(before.total);
  });

  test('is entered from paper by the secretary of that school only', async () => {
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const enter = (data: object): request.Test =>
      secretary.json('post', '/applications/demo', { data }).set('Idempotency-Key', newKey());
    expect((await enter(certificate).expect(201)).body.signedIn).toBe(false);
    await enter({ ...certificate, school: 'sp-2' }).expect(403);
  });

  test('is still taken while the engine is away, and says that it is being processed', async () => {
    doors.world.engine.down = true;
    const done = await request(doors.app)
      .post('/applications/demo')
      .set('Idempotency-Key', newKey())
      .send({ data: certificate });
    doors.world.engine.down = false;
    expect([done.status, done.body.state]).toEqual([201, 'processing']);
  });

  test('adds and removes rows of a list without JavaScript and keeps the rest', async () => {
    const { body } = await nobody.json('get', '/applications/stypendium-szkolne').expect(200);
    const list = JSON.stringify(body.schema).match(/"dynamiclist"[^}]*"path":"(\w+)"|"path":"(\w+)"/);
    const path = list?.[1] ?? list?.[2] ?? '';
    const more = await nobody.form('/applications/stypendium-szkolne', {
      _action: `add:${path}`,
      idempotencyKey: newKey(),
    });
    expect(more.status).toBe(200);
    expect(more.text).toContain(`name="${path}.0.`);
  });

  test('takes files with a form and refuses what is no document', async () => {
    const attach = (bytes: string): request.Test =>
      request(doors.app)
        .post('/applications/demo')
        .set('Accept', 'application/json')
        .set('Cookie', nobody.cookie)
        .field({ _csrf: nobody.csrf, ...filled, idempotencyKey: newKey() })
        .attach('unexpected', Buffer.from(bytes), 'a.pdf');
    expect((await attach('%PDF-1.7').expect(422)).body.problems[0]).toMatchObject({
      at: 'unexpected',
      code: 'unknownKey',
    });
  });

  test('refuses more than 25 MB in all', async () => {
    const large = await request(doors.app)
      .post('/applications/demo')
      .set('Accept', 'application/json')
      .set('Cookie', nobody.cookie)
      .field({ _csrf: nobody.csrf })
      .attach('file', Buffer.alloc(26 * 1024 * 1024), 'a.pdf');
    expect([large.status, large.body.code]).toEqual([413, 'tooLarge']);
  });
});
