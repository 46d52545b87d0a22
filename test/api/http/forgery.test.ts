import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { config, fileCertificate, openDoors, signedIn, stranger, taskOf } from '../doors.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let secretary: Visitor;
let nobody: Visitor;

beforeAll(async () => {
  doors = await openDoors();
  secretary = await signedIn(doors, 'secretary-sp-1');
  nobody = await stranger(doors);
});

const post = (path: string, headers: Record<string, string>): request.Test =>
  request(doors.app).post(path).set('Accept', 'application/json').set(headers);

describe('a request that changes something', () => {
  test('needs the token of the session, in JSON and in forms', async () => {
    expect((await post('/sign-out', { Cookie: secretary.cookie }).send({}).expect(403)).body.code).toBe(
      'forgedRequest',
    );
    await post('/sign-out', { Cookie: secretary.cookie }).type('form').send({ _csrf: 'guess' }).expect(403);
    await post('/sign-out', { Cookie: secretary.cookie, 'X-CSRF-Token': nobody.csrf }).send({}).expect(403);
    await secretary.json('get', '/inbox').expect(200);
  });

  test('needs the visitor’s token in every form, also without an account', async () => {
    await post('/track', {}).type('form').send({ number: 'x', code: 'y' }).expect(403);
    await post('/track', { Cookie: nobody.cookie })
      .type('form')
      .send({ number: 'x', code: 'y', _csrf: secretary.csrf })
      .expect(403);
    await nobody.form('/track', { number: 'x', code: 'y' }).expect(422);
  });

  test('without any cookie carries nobody’s authority and needs no token in JSON', async () => {
    await post('/track', {}).send({ number: 'x', code: 'y' }).expect(422);
  });

  test('is refused from another origin, whatever it brings', async () => {
    const own = { Cookie: secretary.cookie, 'X-CSRF-Token': secretary.csrf };
    await post('/tasks/t/claim', { ...own, Origin: 'https://evil.example' })
      .send({})
      .expect(403);
    await post('/tasks/t/claim', { ...own, Origin: 'null' })
      .send({})
      .expect(403);
    await post('/tasks/t/claim', { ...own, 'Sec-Fetch-Site': 'cross-site' })
      .send({})
      .expect(403);
    await post('/tasks/t/claim', { ...own, Origin: config.baseUrl, 'Sec-Fetch-Site': 'same-origin' })
      .send({})
      .expect(404);
  });

  test('whose session ran out while the form was open leads to the sign-in, not to an accusation', async () => {
    const late = await signedIn(doors, 'secretary-sp-1');
    doors.world.clock.forward(31 * 60_000);
    const page = await late
      .form('/tasks/t/claim')
      .set('Host', '127.0.0.1:3000')
      .set('Referer', 'http://127.0.0.1:3000/tasks/t');
    expect([page.status, page.headers['location']]).toEqual([303, '/sign-in?back=%2Ftasks%2Ft']);
  });
});

describe('a form that was open for too long', () => {
  const hidden = (text: string, name: string): string | undefined =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text.slice(text.indexOf('obieg-measure')))?.[1];

  test('keeps what was typed after the session ran out, and takes it after signing in', async () => {
    const { caseId } = await fileCertificate(doors);
    const review = await taskOf(doors, caseId, 'review');
    const late = await signedIn(doors, 'secretary-sp-1');
    doors.world.clock.forward(31 * 60_000);
    const typed = { verdict: 'reject', rejectionReason: 'Pierwsza\ndruga', _action: 'complete' };
    const page = await late.form(`/tasks/${review}`, typed).expect(401);
    expect(hidden(page.text, 'rejectionReason')).toBe(typed.rejectionReason);
    expect(page.text).toContain(`action="/tasks/${review}"`);
    const again = await signedIn(doors, 'secretary-sp-1');
    const { text } = await again.form(`/tasks/${review}`, { ...typed, _csrf: 'of another tab' }).expect(403);
    expect(hidden(text, '_csrf')).toBe(again.csrf);
    await again.form(`/tasks/${review}`, { ...typed, _csrf: hidden(text, '_csrf') ?? '' }).expect(303);
  });

  test('keeps an application begun before signing in', async () => {
    const parent = await signedIn(doors, 'parent-1');
    const { text } = await parent.form('/applications/demo', { pupilFirstName: 'Ola', _csrf: nobody.csrf }).expect(403);
    expect([hidden(text, 'pupilFirstName'), hidden(text, '_csrf')]).toEqual(['Ola', parent.csrf]);
  });

  test('is not offered to be sent again when it came from elsewhere', async () => {
    const parent = await signedIn(doors, 'parent-1');
    const sent = parent.form('/applications/demo', { pupilFirstName: 'Ola' }).set('Origin', 'https://evil.example');
    expect((await sent.expect(403)).text).not.toContain('Ola');
  });
});

describe('cookies', () => {
  test('are out of reach of scripts and other sites, and bound to this host behind TLS', async () => {
    const line = (answer: request.Response): string => answer.get('Set-Cookie')?.join() ?? '';
    const plain = line(await request(doors.app).get('/track').set('Accept', 'text/html'));
    expect(plain).toMatch(/^obieg-visitor=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await openDoors({ config: { ...config, baseUrl: 'https://obieg.example', secureCookies: true } });
    const bound = await request(secure.app).get('/track').set('Accept', 'text/html');
    expect(line(bound)).toMatch(/^__Host-obieg-visitor=[\w-]{22}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(bound.headers['strict-transport-security']).toContain('max-age=31536000');
  });
});

describe('the headers', () => {
  test('allow nothing inline, no framing, no sniffing, no caching, and keep the Origin of our forms', async () => {
    const { headers } = await nobody.page('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('no page holds anything inline that the policy would stop', async () => {
    const { caseId } = await fileCertificate(doors);
    const staff = await signedIn(doors, 'secretary-sp-1');
    const pages = ['/', '/inbox', '/cases', `/cases/${caseId}`, '/procedures/demo', '/verify', '/accessibility'];
    for (const path of [...pages, '/applications/demo']) {
      const { text } = await staff.page(path).expect(200);
      expect(text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S|<style|\sstyle="|\son\w+="/);
    }
  });
});

describe('the log', () => {
  test('names no person, code, token or query', async () => {
    const { number, code } = await fileCertificate(doors);
    await nobody.form('/track', { number, code });
    await nobody.page(`/verify/${code}`);
    await secretary.page('/cases?text=Żółty');
    const log = doors.log.join('');
    expect(log).toContain('"path":"/cases"');
    expect(log).toContain('"path":"/verify/…"');
    for (const secret of ['Jaś', 'Żółty', 'Halina', code, nobody.csrf, secretary.csrf, '?'])
      expect(log).not.toContain(secret);
  });
});
