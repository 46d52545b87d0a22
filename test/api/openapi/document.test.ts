import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { createAuth } from '../../../api/auth/auth.ts';
import { fileCertificate, openDoors, signedIn, stranger, taskOf } from '../doors.ts';
import { routesOf } from '../../../api/routes/routes.ts';
import type { Doors } from '../doors.ts';
import type { Route } from '../../../api/http/route.ts';

type Operation = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string }[];
  responses: object;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

let doors: Doors;
let document: Document;
let routes: Route[];

beforeAll(async () => {
  doors = await openDoors();
  document = (await request(doors.app).get('/openapi.json').expect(200)).body as Document;
  routes = routesOf(doors.deps, createAuth(doors.deps));
});

type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle: { stack?: Layer[] } };

/** Every route that Express would answer, however deeply its routers nest. */
const answered = (stack: Layer[]): string[] =>
  stack.flatMap(({ route, handle }) => [
    ...(route
      ? Object.keys(route.methods).map((method) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
      : []),
    ...answered(handle.stack ?? []),
  ]);

const documented = (): string[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );

describe('the OpenAPI document', () => {
  test('lists exactly the routes that the router answers', () => {
    const { stack } = (doors.app as unknown as { router: { stack: Layer[] } }).router;
    expect(answered(stack).sort()).toEqual(documented().sort());
    expect(documented().length).toBeGreaterThan(35);
  });

  test('gives every operation a name of its own, a summary, its path parameters and its answers', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const named = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
      expect(named.sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1);
    }
  });
});

describe('the JSON of every kind of answer', () => {
  test('is what the document says, to the last key', async () => {
    const { caseId, number, code } = await fileCertificate(doors);
    const [secretary, parent, nobody] = [
      await signedIn(doors, 'secretary-sp-1'),
      await signedIn(doors, 'parent-1'),
      await stranger(doors),
    ];
    const task = await taskOf(doors, caseId, 'review');
    const fits = (id: string, { status, body }: request.Response): void => {
      const { answers } = routes.find((route) => route.id === id)!;
      expect([id, status]).toEqual([id, answers.status === 201 ? 201 : 200]);
      const parsed = answers.schema!.safeParse(body);
      expect([id, parsed.error?.issues ?? []]).toEqual([id, []]);
    };
    fits('getInbox', await secretary.json('get', '/inbox'));
    fits('getTask', await secretary.json('get', `/tasks/${task}`));
    fits('claimTask', await secretary.json('post', `/tasks/${task}/claim`));
    fits('saveDraft', await secretary.json('put', `/tasks/${task}/draft`, { data: { className: '1a' }, revision: 0 }));
    fits('getTask', await secretary.json('get', `/tasks/${task}`));
    fits(
      'completeTask',
      await secretary.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } }),
    );
    const sign = await taskOf(doors, caseId, 'directorSignature');
    const director = await signedIn(doors, 'director-sp-1');
    const toSign = await director.json('get', `/tasks/${sign}`);
    fits('getTask', toSign);
    const expectedHead = toSign.body.task.signature.document.revisions[0].sha256;
    fits('signTask', await director.json('post', `/tasks/${sign}/signature`, { expectedHead }));
    fits('listCases', await secretary.json('get', '/cases'));
    const shown = await secretary.json('get', `/cases/${caseId}`);
    fits('getCase', shown);
    fits('proveCode', await nobody.json('post', '/track', { number, code }));
    fits('adoptCase', await parent.json('post', '/my-cases', { number, code }));
    fits('listMyCases', await parent.json('get', '/my-cases'));
    fits('getMyCase', await parent.json('get', `/my-cases/${caseId}`));
    fits('verifyCode', await nobody.json('get', `/verify/${shown.body.case.documents[0].verificationCode}`));
    for (const [id, path] of open) fits(id, await nobody.json('get', path));
  });
});

const open: [id: string, path: string][] = [
  ['getStart', '/'],
  ['getAccessibility', '/accessibility'],
  ['listApplications', '/applications'],
  ['getApplication', '/applications/stypendium-szkolne'],
  ['getTrack', '/track'],
  ['listProcedures', '/procedures'],
  ['getProcedure', '/procedures/stypendium-szkolne'],
  ['getVerify', '/verify'],
  ['getLive', '/health/live'],
  ['getReady', '/health/ready'],
];
