import { beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { certificate, fileCertificate, openDoors, signedIn, stranger, taskOf } from './doors.ts';
import type { Doors, Visitor } from './doors.ts';

/** A word per unit, planted wherever text of a case can go; nobody of another unit may ever be shown it. */
const canaries = { 'sp-1': 'KANAREKJEDEN', 'sp-2': 'KANAREKDWA', 'p-1': 'KANAREKTRZY' } as const;
type Unit = keyof typeof canaries;
const units = Object.keys(canaries) as Unit[];

/** Everybody who could look, with the units they work for. A parent's own pages tell the stage, not what was filed. */
const people: [person: string | undefined, own: Unit[]][] = [
  ['secretary-sp-1', ['sp-1']],
  ['director-sp-1', ['sp-1']],
  ['secretary-sp-2', ['sp-2']],
  ['director-sp-2', ['sp-2']],
  ['director-p-1', ['p-1']],
  ['secretary-lo-1', []],
  ['administrator', []],
  ['parent-1', []],
  ['parent-2', []],
  [undefined, []],
];

type Known = Record<string, string[]>;
let doors: Doors;
let known: Known;
let paths: [path: string, methods: string[]][];

beforeAll(async () => {
  doors = await openDoors();
  known = {
    language: ['pl'],
    procedureId: ['demo', 'stypendium-szkolne'],
    name: ['odwolanie'],
    incidentId: ['i1'],
    interaction: ['x'],
  };
  for (const unit of units) await plant(unit);
  const { body } = await request(doors.app).get('/openapi.json');
  paths = Object.entries(body.paths as Record<string, object>).map(([path, methods]) => [path, Object.keys(methods)]);
});

/** A case with a draft, an issued and a not yet issued document, all speaking the unit's word. */
async function plant(unit: Unit): Promise<void> {
  const word = canaries[unit];
  const data = { ...certificate, school: unit, pupilLastName: word, purpose: word };
  const filed = [
    await fileCertificate(doors, data, unit === 'sp-1' ? 'parent-1' : undefined),
    await fileCertificate(doors, data),
  ];
  const secretary = await signedIn(doors, `secretary-${unit}`);
  for (const { caseId, number } of filed) {
    const review = await taskOf(doors, caseId, 'review');
    await secretary.json('put', `/tasks/${review}/draft`, { data: { rejectionReason: word }, revision: 0 }).expect(200);
    keep('caseId', caseId);
    keep('taskId', review);
    keep('number', number);
  }
  const [first] = filed;
  const review = await taskOf(doors, first!.caseId, 'review');
  await secretary
    .json('post', `/tasks/${review}`, { data: { verdict: 'issue', className: word.slice(-4) } })
    .expect(200);
  const { body } = await secretary.json('get', `/cases/${first!.caseId}`);
  keep('documentId', body.case.documents[0].id);
  keep('taskId', await taskOf(doors, first!.caseId, 'directorSignature'));
}

const keep = (name: string, value: string): void => void (known[name] = [...(known[name] ?? []), value]);

/** Every address of a path: each parameter with everything of it that exists anywhere. */
const addresses = (path: string): string[] => {
  const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  return (known[name] ?? ['unknown']).flatMap((value) => addresses(path.replace(whole, encodeURIComponent(value))));
};

const bodies: Record<string, object> = { post: { data: {} }, put: { data: {}, revision: 0 } };

async function everythingSeenBy(visitor: Visitor): Promise<{ address: string; text: string }[]> {
  const seen: { address: string; text: string }[] = [];
  const note = (address: string, answer: request.Response): void => {
    const bytes = Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : '';
    seen.push({ address, text: answer.text + bytes + JSON.stringify(answer.headers) });
  };
  for (const [path, methods] of paths)
    for (const address of addresses(path))
      for (const method of methods as ('get' | 'post' | 'put')[]) {
        // Signing out would end the walk.
        if (path === '/sign-out') continue;
        note(`${method} ${address}`, await visitor.json(method, address, bodies[method]));
        if (method === 'get') note(`page ${address}`, await visitor.page(address));
      }
  return seen;
}

describe('what is of one unit', () => {
  test.each(people)(
    '%s is shown only what is of %j, walking every operation with every id there is',
    async (person, own) => {
      const visitor = person === undefined ? await stranger(doors) : await signedIn(doors, person);
      const seen = await everythingSeenBy(visitor);
      for (const unit of units) {
        const where = seen.filter(({ text }) => text.includes(canaries[unit])).map(({ address }) => address);
        if (own.includes(unit)) expect(where.length).toBeGreaterThan(0);
        else expect(where).toEqual([]);
      }
      expect(seen.filter(({ text }) => text.includes('"status":500')).map(({ address }) => address)).toEqual([]);
    },
    120_000,
  );

  test('the department sees every unit', async () => {
    const seen = await everythingSeenBy(await signedIn(doors, 'clerk-wydzial'));
    for (const unit of units) expect(seen.some(({ text }) => text.includes(canaries[unit]))).toBe(true);
  }, 120_000);
});
