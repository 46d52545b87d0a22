import { createHash } from 'node:crypto';
import pino from 'pino';
import request from 'supertest';
import { cookieNames } from '../../api/http/cookies.ts';
import { createApp } from '../../api/app.ts';
import { createSessions } from '../../api/auth/sessions.ts';
import { createWorld } from '../support/world.ts';
import { memoryLimits } from '../../api/http/limits.ts';
import type { AppDeps } from '../../api/deps.ts';
import type { Express } from 'express';
import type { JsonObject, PersonId } from '../../processes/language/ids.ts';
import type { World } from '../support/world.ts';

export type Doors = { world: World; app: Express; deps: AppDeps; log: string[] };

export const config: AppDeps['config'] = {
  baseUrl: 'http://127.0.0.1:3000',
  demo: true,
  production: false,
  secureCookies: false,
  secrets: { cookies: 'c'.repeat(32), openIdClient: 'o'.repeat(32) },
};

/** The doors over the world of fakes, with the log kept to be read. */
export async function openDoors(more: Partial<AppDeps> = {}): Promise<Doors> {
  const world = await createWorld();
  const log: string[] = [];
  const deps: AppDeps = {
    ...world,
    config,
    logger: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    limits: memoryLimits(10_000),
    assets: { folder: 'ui', files: {} },
    ...more,
  };
  return { world, app: createApp(deps), deps, log };
}

type Method = 'get' | 'post' | 'put';
export type Visitor = {
  cookie: string;
  csrf: string;
  /** JSON in and out */
  json(method: Method, path: string, body?: object): request.Test;
  /** a page */
  page(path: string): request.Test;
  /** an HTML form, with its token */
  form(path: string, fields?: Record<string, string>): request.Test;
};

const visitorWith = (app: Express, cookie: string, csrf: string): Visitor => ({
  cookie,
  csrf,
  json(method, path, body) {
    const asked = request(app)[method](path).set('Accept', 'application/json').set('Cookie', cookie);
    return method === 'get' ? asked : asked.set('X-CSRF-Token', csrf).send(body ?? {});
  },
  page: (path) => request(app).get(path).set('Accept', 'text/html').set('Cookie', cookie),
  form: (path, fields = {}) =>
    request(app)
      .post(path)
      .set('Accept', 'text/html')
      .set('Cookie', cookie)
      .type('form')
      .send({ _csrf: csrf, ...fields }),
});

/** Somebody signed in, without the way through the provider. */
export async function signedIn({ app, deps }: Doors, person: string): Promise<Visitor> {
  const record = await deps.store.people.find(person as PersonId);
  if (!record) throw new Error(`Expected a demo person but there is no ${person}`);
  const id = await createSessions(deps).open(record, deps.clock());
  const session = await deps.store.sessions.find(createHash('sha256').update(id).digest('hex'));
  return visitorWith(app, `${cookieNames.session}=${id}`, session?.csrf ?? '');
}

/** Somebody with a browser and no account. */
export async function stranger({ app }: Doors): Promise<Visitor> {
  const page = await request(app).get('/track').set('Accept', 'text/html');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  return visitorWith(app, cookiesOf(page), csrf);
}

/** The cookies an answer set, as the next request sends them. */
export const cookiesOf = (answer: request.Response): string =>
  answer
    .get('Set-Cookie')
    ?.map((line) => line.split(';')[0])
    .join('; ') ?? '';

export const certificate: JsonObject = {
  pupilFirstName: 'Jaś',
  pupilLastName: 'Żółty',
  school: 'sp-1',
  purpose: 'bilet miesięczny',
  email: null,
};

let filings = 0;
/** A certificate asked for at a school; by a parent on the web unless told. */
export async function fileCertificate(
  { world }: Doors,
  data: JsonObject = {},
  by?: string,
): Promise<{ caseId: string; number: string; code: string }> {
  filings += 1;
  const person = by === undefined ? undefined : await world.store.people.find(by as PersonId);
  const filed = await world.office.submit(
    person ? { kind: 'parent', person: { ...person, id: person._id } } : { kind: 'anonymous' },
    {
      procedureId: 'demo',
      idempotencyKey: `test-filing-${String(filings).padStart(8, '0')}`,
      data: { ...certificate, ...data },
      channel: 'web',
      attachments: [],
    },
  );
  if (!filed.ok) throw new Error(`Expected the filing to be taken but: ${JSON.stringify(filed)}`);
  return filed.value;
}

/** The open task of a case at this element. */
export async function taskOf({ world }: Doors, caseId: string, element: string): Promise<string> {
  const all = { condition: { case: caseId }, why: 'test' };
  const { rows } = await world.store.tasks.list(all, { state: 'open' });
  const task = rows.find((row) => row.element === element);
  if (!task) throw new Error(`Expected an open task ${element} but there are ${rows.map((row) => row.element).join()}`);
  return task._id;
}
