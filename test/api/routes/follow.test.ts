import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { cookiesOf, fileCertificate, openDoors, signedIn, stranger, taskOf } from '../doors.ts';
import { memoryLimits } from '../../../api/http/limits.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let nobody: Visitor;
let filed: { caseId: string; number: string; code: string };

beforeAll(async () => {
  doors = await openDoors();
  nobody = await stranger(doors);
  filed = await fileCertificate(doors);
});

/** Signs the certificate of the case and answers the id of its document. */
async function issue(): Promise<string> {
  const [secretary, director] = [await signedIn(doors, 'secretary-sp-1'), await signedIn(doors, 'director-sp-1')];
  const review = await taskOf(doors, filed.caseId, 'review');
  await secretary.json('post', `/tasks/${review}`, { data: { verdict: 'issue', className: '1a' } }).expect(200);
  const sign = await taskOf(doors, filed.caseId, 'directorSignature');
  const { document } = (await director.json('get', `/tasks/${sign}`)).body.task.signature;
  await director.json('post', `/tasks/${sign}/signature`, { expectedHead: document.revisions[0].sha256 }).expect(200);
  return document.id;
}

describe('following a case by number and code', () => {
  test('a proven code opens the case in this browser only, until its hour is over', async () => {
    const proven = await nobody.form('/track', {
      number: filed.number.toLowerCase().replaceAll('.', '. '),
      code: filed.code.toLowerCase(),
    });
    expect([proven.status, proven.headers['location']]).toEqual([303, `/track/${filed.number}`]);
    const proof = cookiesOf(proven);
    const look = (cookie: string): request.Test =>
      request(doors.app).get(`/track/${filed.number}`).set('Accept', 'application/json').set('Cookie', cookie);
    expect((await look(proof).expect(200)).body).toMatchObject({
      own: false,
      case: { number: filed.number, tasks: [] },
    });
    await look('').expect(404);
    await look(proof.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))).expect(404);
    doors.world.clock.forward(3_600_001);
    await look(proof).expect(404);
  });

  test('without a proof the page asks for the code', async () => {
    const asked = await nobody.page(`/track/${filed.number}`);
    expect(asked.headers['location']).toBe(`/track?number=${filed.number}`);
    expect((await nobody.page(asked.headers['location'] ?? '').expect(200)).text).toContain(filed.number);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is no number anybody has proven', async (number) => {
    await nobody.json('get', `/track/${number}`).expect(404);
    await nobody.json('get', `/track/${number}/documents/x`).expect(404);
    expect((await nobody.page(`/track/${number}`).expect(303)).headers['location']).toBe(`/track?number=${number}`);
  });

  test('a wrong code and a wrong number are answered alike', async () => {
    const wrongCode = await nobody.json('post', '/track', { number: filed.number, code: 'AAAA-AAAA-AAAA' }).expect(422);
    const wrongNumber = await nobody
      .json('post', '/track', { number: 'SP1.4120.99.2026', code: filed.code })
      .expect(422);
    expect(wrongCode.body).toEqual(wrongNumber.body);
    expect((await nobody.form('/track', { number: filed.number, code: 'x' }).expect(422)).text).toContain(filed.number);
    await nobody.json('post', '/track', { number: { $gt: '' }, code: 'x' }).expect(422);
  });

  test('guessing at one number is stopped however it is written, and wherever', async () => {
    const { trackByNumber } = memoryLimits(2);
    const guarded = await openDoors({ limits: { ...memoryLimits(100), trackByNumber } });
    const parent = await signedIn(guarded, 'parent-1');
    const code = 'x';
    await parent.json('post', '/track', { number: 'SP1.1.1.2026', code }).expect(422);
    await parent.json('post', '/track', { number: ' sp1. 1.1.2026', code }).expect(422);
    await parent.json('post', '/my-cases', { number: 'Sp1.1.1. 2026', code }).expect(429);
    await parent.json('post', '/track', { number: 'SP1.1.2.2026', code }).expect(422);
  });

  test('guessing is stopped for the address and for the number', async () => {
    const guarded = await openDoors({ limits: memoryLimits(2) });
    const guess = (): request.Test => request(guarded.app).post('/track').send({ number: 'SP1.1.1.2026', code: 'x' });
    await guess().expect(422);
    await guess().expect(422);
    const stopped = await guess().expect(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect(stopped.body.code).toBe('tooManyRequests');
  });

  test('hands out a document when it is issued, not before', async () => {
    const proof = cookiesOf(
      await nobody.json('post', '/track', { number: filed.number, code: filed.code }).expect(200),
    );
    const look = (path: string): request.Test => request(doors.app).get(path).set('Cookie', proof);
    const document = await issue();
    const { body } = await look(`/track/${filed.number}`);
    expect(body.case.documents.map(({ id }: { id: string }) => id)).toEqual([document]);
    await look(`${body.base}/${document}`).expect(200).expect('Content-Type', 'application/pdf');
    await look(`${body.base}/unknown`).expect(404);
    const other = await fileCertificate(doors);
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const review = await taskOf(doors, other.caseId, 'review');
    await secretary.json('post', `/tasks/${review}`, { data: { verdict: 'issue', className: '1a' } }).expect(200);
    const seen = cookiesOf(await nobody.json('post', '/track', { number: other.number, code: other.code }));
    const draft = (await secretary.json('get', `/cases/${other.caseId}`)).body.case.documents[0].id;
    await request(doors.app).get(`/track/${other.number}/documents/${draft}`).set('Cookie', seen).expect(404);
  });
});

describe('the cases of a parent', () => {
  test('a parent adopts a case by its code, then sees it; another parent does not', async () => {
    const { caseId, number, code } = await fileCertificate(doors);
    const [parent, other] = [await signedIn(doors, 'parent-1'), await signedIn(doors, 'parent-2')];
    await parent.json('get', `/my-cases/${caseId}`).expect(404);
    expect((await parent.form('/my-cases', { number, code: 'wrong' }).expect(422)).text).toContain(
      'govuk-error-summary',
    );
    const adopted = await parent.form('/my-cases', { number, code });
    expect([adopted.status, adopted.headers['location']]).toEqual([303, `/my-cases/${caseId}`]);
    expect((await parent.json('get', '/my-cases').expect(200)).body.rows).toHaveLength(1);
    expect((await parent.json('get', `/my-cases/${caseId}`).expect(200)).body.own).toBe(true);
    await other.json('get', `/my-cases/${caseId}`).expect(404);
    expect((await other.json('get', '/my-cases').expect(200)).body.rows).toEqual([]);
    await other.json('post', '/my-cases', { number, code }).expect(403);
  });

  test('staff have no account of cases, and a stranger signs in first', async () => {
    const secretary = await signedIn(doors, 'secretary-sp-1');
    await secretary.json('get', `/my-cases/${filed.caseId}`).expect(404);
    await secretary.json('post', '/my-cases', { number: filed.number, code: filed.code }).expect(403);
    expect((await nobody.page('/my-cases')).headers['location']).toBe('/sign-in?back=%2Fmy-cases');
    await nobody.json('get', '/my-cases').expect(401);
  });
});

describe('verifying a document', () => {
  test('by its code, by its bytes, and not after a byte was changed', async () => {
    filed = await fileCertificate(doors);
    const document = await issue();
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const view = (await secretary.json('get', `/cases/${filed.caseId}`)).body.case.documents[0];
    const byCode = await nobody.json('get', `/verify/${view.verificationCode}`).expect(200);
    expect(byCode.body.report).toMatchObject({ known: true, valid: true, number: filed.number });
    const pdf = (await secretary.page(`/cases/${filed.caseId}/documents/${document}`)).body as Buffer;
    const upload = (bytes: Buffer): request.Test =>
      request(doors.app)
        .post('/verify')
        .set('Accept', 'application/json')
        .set('Cookie', nobody.cookie)
        .field('_csrf', nobody.csrf)
        .attach('file', bytes, { filename: 'a.pdf', contentType: 'application/pdf' });
    expect((await upload(pdf).expect(200)).body.report).toMatchObject({ known: true, valid: true });
    const changed = Buffer.from(pdf);
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect((await upload(changed).expect(200)).body.report).toMatchObject({ known: false, valid: false });
    await upload(Buffer.from('no pdf')).expect(422);
  });

  test('an unknown code and a missing file are told in place', async () => {
    expect((await nobody.page('/verify/AAAA-BBBB').expect(404)).text).toContain('govuk-error-summary');
    await nobody.json('get', '/verify/AAAA-BBBB').expect(404);
    expect((await nobody.form('/verify', { code: ' ABCD-EFGH ' })).headers['location']).toBe('/verify/ABCD-EFGH');
    await nobody.form('/verify', {}).expect(422);
  });
});
