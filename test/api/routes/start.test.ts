import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { config, openDoors, signedIn, stranger } from '../doors.ts';
import { fail } from '../../../processes/language/failure.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let nobody: Visitor;

beforeAll(async () => {
  doors = await openDoors();
  nobody = await stranger(doors);
});

describe('the start page', () => {
  test('lists the demo people with one-click sign-in in demo mode, and nobody otherwise', async () => {
    expect((await nobody.page('/').expect(200)).text).toContain('/sign-in?person=parent-1');
    const { demo: _, ...rest } = config;
    const serious = await openDoors({
      config: { ...rest, demo: false, openId: { issuer: 'https://login.example', clientId: 'obieg' } },
    });
    const { body } = await request(serious.app).get('/').expect(200);
    expect(body.people).toEqual([]);
  });

  test('counts open cases for those who may see them', async () => {
    expect((await nobody.json('get', '/')).body.open).toEqual({ cases: 0 });
  });
});

describe('the language', () => {
  test('follows the browser, then what was chosen, and goes back only to our own pages', async () => {
    const page = (accept: string, cookie = ''): request.Test =>
      request(doors.app)
        .get('/accessibility')
        .set('Accept', 'text/html')
        .set('Accept-Language', accept)
        .set('Cookie', cookie);
    expect((await page('uk')).text).toContain('lang="uk"');
    expect((await page('de')).text).toContain('lang="pl"');
    const chosen = await nobody.page('/language/en?back=/track?number=1').expect(303);
    expect(chosen.headers['location']).toBe('/track?number=1');
    expect((await page('uk', 'obieg-language=en')).text).toContain('lang="en"');
    for (const back of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/x/..//evil.example',
      '/.\\/evil.example',
      '/%09/evil.example',
      '/\t/evil.example',
    ])
      expect((await nobody.page(`/language/en?back=${encodeURIComponent(back)}`)).headers['location']).toMatch(
        /^\/(?![/\\])/,
      );
    await nobody.page('/language/xx').expect(404);
  });
});

describe('health', () => {
  test('is live, and ready while the store answers; without the engine it is degraded', async () => {
    await request(doors.app).get('/health/live').expect(200, { status: 'live' });
    await request(doors.app)
      .get('/health/ready')
      .expect(200, { status: 'ready', store: 'reachable', engine: 'reachable' });
    const engine = { ping: () => Promise.resolve(fail('engineUnavailable')) };
    const store = { ...doors.deps.store, ping: () => Promise.reject(new Error('gone')) };
    const degraded = await openDoors({ engine });
    expect((await request(degraded.app).get('/health/ready').expect(200)).body.status).toBe('degraded');
    const gone = await openDoors({ store });
    expect((await request(gone.app).get('/health/ready').expect(503)).body.status).toBe('unavailable');
  });
});

describe('signing out', () => {
  test('ends the session at once', async () => {
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const out = await secretary.form('/sign-out');
    expect([out.status, out.headers['location']]).toEqual([303, '/']);
    await secretary.json('get', '/inbox').expect(401);
  });
});
