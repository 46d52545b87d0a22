import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { config, openDoors } from '../doors.ts';
import { freePort } from '../../../activities/engines/ports.ts';
import { startServer } from '../../../api/server.ts';
import { systemClock, systemRandom } from '../../../activities/clock.ts';
import type { Doors } from '../doors.ts';
import type { RunningServer } from '../../../api/server.ts';

let doors: Doors;
let server: RunningServer;

beforeAll(async () => {
  const port = await freePort();
  // The provider signs with the machine's time, so here everything runs on it.
  doors = await openDoors({
    clock: systemClock,
    random: systemRandom,
    config: { ...config, baseUrl: `http://127.0.0.1:${port}` },
  });
  const started = await startServer(doors.deps, { port });
  if (!started.ok) throw new Error(`Expected the server to start but: ${JSON.stringify(started)}`);
  server = started.value;
});
afterAll(() => server.stop());

/** A browser: keeps cookies with their paths, follows no redirect by itself. */
const browser = (): {
  go(path: string, form?: Record<string, string>): Promise<Response>;
  cookies: Map<string, string>;
} => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async go(path, form) {
      const url = new URL(path, server.url);
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { Accept: 'text/html', Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
        if (value === '' || /max-age=0|1970/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
};

const follow = async (one: ReturnType<typeof browser>, path: string): Promise<{ path: string; answer: Response }> => {
  let at = path;
  for (let hops = 0; hops < 12; hops++) {
    const answer = await one.go(at);
    const next = answer.headers.get('location');
    if (answer.status < 300 || answer.status > 399 || next === null) return { path: at, answer };
    at = new URL(next, new URL(at, server.url)).href;
  }
  throw new Error(`Expected an end of the redirects but got to ${at}`);
};

describe('signing in with OpenID Connect', () => {
  test('one click signs in as a demo person and comes back to the page asked for', async () => {
    const one = browser();
    const end = await follow(one, '/sign-in?person=secretary-sp-1&back=/inbox');
    expect([end.answer.status, new URL(end.path).pathname]).toEqual([200, '/inbox']);
    expect(await end.answer.text()).toContain('Halina Wrzos');
    expect(one.cookies.has('obieg')).toBe(true);
  });

  test('without a name the provider lists the people, and the one chosen is signed in', async () => {
    const one = browser();
    const list = await follow(one, '/sign-in?back=/my-cases');
    const html = await list.answer.text();
    expect(html).toContain('value="parent-1"');
    const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const path = new URL(list.path).pathname;
    expect((await one.go(path, { _csrf: token, person: 'nobody' })).status).toBe(422);
    expect((await one.go(path, { person: 'parent-1' })).status).toBe(403);
    const chosen = await one.go(path, { _csrf: token, person: 'parent-1' });
    const end = await follow(one, chosen.headers.get('location') ?? '');
    expect([end.answer.status, new URL(end.path).pathname]).toEqual([200, '/my-cases']);
  });

  test('a second sign-in as another person replaces the first, whose session is over', async () => {
    const one = browser();
    await follow(one, '/sign-in?person=secretary-sp-1');
    const before = one.cookies.get('obieg');
    await follow(one, '/sign-in?person=director-sp-1&back=/inbox');
    expect(one.cookies.get('obieg')).not.toBe(before);
    const old = await fetch(`${server.url}/inbox`, {
      headers: { Accept: 'application/json', Cookie: `obieg=${before}` },
    });
    expect(old.status).toBe(401);
  });

  test('an answer that no sign-in of this browser asked for is refused', async () => {
    const [mine, theirs] = [browser(), browser()];
    await mine.go('/sign-in?person=parent-1');
    expect((await mine.go('/sign-in/callback?code=x&state=y')).status).toBe(401);
    expect(mine.cookies.has('obieg')).toBe(false);
    const answer = await theirs.go('/sign-in/callback?code=x&state=y');
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('/sign-in?back=')]);
  });

  test('never leads back into itself', async () => {
    const one = browser();
    const late = '/sign-in/callback?code=x&state=y';
    const end = await follow(one, `/sign-in?person=parent-1&back=${encodeURIComponent(late)}`);
    expect([end.answer.status, new URL(end.path).pathname]).toEqual([200, '/']);
    expect((await one.go(late)).headers.get('location')).toBe('/');
  });

  test('nobody can go on from somebody else’s interaction', async () => {
    const [mine, theirs] = [browser(), browser()];
    const list = await follow(mine, '/sign-in');
    expect((await theirs.go(new URL(list.path).pathname)).status).toBe(404);
  });
});

describe('the server', () => {
  test('says which port is taken instead of failing later', async () => {
    const port = Number(new URL(server.url).port);
    const second = await startServer(doors.deps, { port });
    expect(second).toMatchObject({
      ok: false,
      failure: 'invalidInput',
      problems: [{ at: 'PORT', code: 'EADDRINUSE' }],
    });
  });

  test('refuses demo mode in production and a start without any issuer', async () => {
    const bad = { ...doors.deps, config: { ...config, production: true } };
    expect(() => startServer(bad, { port: 0 })).toThrow('demo mode');
    expect(() => startServer({ ...bad, config: { ...config, demo: false } }, { port: 0 })).toThrow('issuer');
  });
});
