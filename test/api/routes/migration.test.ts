import { beforeEach, describe, expect, test } from '@jest/globals';
import { demo } from '../../../processes/demo/procedure.ts';
import { fileCertificate, openDoors, signedIn, taskOf } from '../doors.ts';
import { readProcedureFolder } from '../../../activities/models/index.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let administrator: Visitor;
let first: { caseId: string; number: string };

/** The demo procedure with its first task under another id. */
async function deployNewer(): Promise<void> {
  const bundle = await readProcedureFolder(demo);
  if (!bundle.ok) throw new Error('Expected the demo procedure to be readable');
  const xml = bundle.value.xml
    .replace('<bpmn:userTask id="review"', '<bpmn:userTask id="assess"')
    .replace('<bpmn:flowNodeRef>review<', '<bpmn:flowNodeRef>assess<')
    .replaceAll(/(sourceRef|targetRef|bpmnElement)="review"/g, '$1="assess"');
  const done = await doors.world.office.deploy({ kind: 'system', name: 'test' }, { ...bundle.value, xml });
  if (!done.ok) throw new Error(`Expected a newer version but ${JSON.stringify(done.problems)}`);
}

beforeEach(async () => {
  doors = await openDoors();
  administrator = await signedIn(doors, 'administrator');
  first = await fileCertificate(doors);
  await deployNewer();
});

const path = '/procedures/demo/migration';

describe('moving running cases to another version', () => {
  test('is for administrators', async () => {
    const clerk = await signedIn(doors, 'clerk-wydzial');
    await clerk.json('get', path).expect(403);
    await clerk.json('post', path, {}).expect(403);
    await clerk.json('post', `${path}/plan`, {}).expect(403);
    await administrator.json('post', `${path}/plan`, { to: 'e'.repeat(64) }).expect(404);
    await administrator.json('post', `${path}/plan`, { mapping: {}, force: true }).expect(422);
    await administrator.json('get', '/procedures/nothing/migration').expect(404);
  });

  test('is looked at first: where each token would stand, what stands against it, nothing changed', async () => {
    const { body } = await administrator.json('post', `${path}/plan`, {}).expect(200);
    expect(body).toMatchObject({
      to: { version: 2 },
      rows: [
        {
          number: first.number,
          version: 1,
          state: 'refused',
          moves: [{ from: 'review', to: 'review' }],
          problems: [{ at: 'review', code: 'migration.elementMissing' }],
        },
      ],
    });
    const mapped = await administrator.json('post', `${path}/plan`, { mapping: { review: 'assess' } }).expect(200);
    expect(mapped.body.rows).toMatchObject([
      { state: 'ready', moves: [{ from: 'review', to: 'assess' }], problems: [] },
    ]);
    expect((await administrator.json('get', `/cases/${first.caseId}`)).body.case.definition.version).toBe(1);
  });

  test('takes every case as a whole or not at all, and tells of each', async () => {
    const refused = await administrator.json('post', path, {}).expect(200);
    expect(refused.body.rows).toMatchObject([
      { state: 'refused', failure: 'migrationRefused', problems: [{ at: 'review' }] },
    ]);
    const done = await administrator.json('post', path, { mapping: { review: 'assess' } }).expect(200);
    expect(done.body.rows).toMatchObject([{ id: first.caseId, state: 'migrated' }]);
    const { case: after } = (await administrator.json('get', `/cases/${first.caseId}`)).body;
    expect(after.definition.version).toBe(2);
    expect(after.history.at(-1)).toMatchObject({ action: 'caseMigrated' });
    expect(after.steps).toContainEqual(expect.objectContaining({ element: 'assess', state: 'active' }));
    expect((await administrator.json('post', `${path}/plan`, {})).body.rows).toEqual([]);
    const secretary = await signedIn(doors, 'secretary-sp-1');
    const task = await taskOf(doors, first.caseId, 'assess');
    await secretary.json('post', `/tasks/${task}/claim`).expect(200);
    await secretary.json('get', `/tasks/${task}`).expect(200);
  });

  test('can be asked for of some cases only, and goes back as well', async () => {
    const other = await fileCertificate(doors);
    const mapping = { review: 'assess' };
    const done = await administrator.json('post', path, { mapping, cases: [first.caseId] }).expect(200);
    expect(done.body.rows).toHaveLength(1);
    const [, older] = (await administrator.json('get', path)).body.versions;
    expect(other.caseId).not.toBe(first.caseId);
    const back = await administrator.json('post', path, { to: older.hash, mapping: { assess: 'review' } }).expect(200);
    const states = back.body.rows.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['migrated', 'migrated']);
  });

  test('is a page: versions, mapping a line each, the report, and the button that does it', async () => {
    expect((await administrator.page('/procedures/demo').expect(200)).text).toContain(path);
    const page = (await administrator.page(path).expect(200)).text;
    const to = /<option value="([0-9a-f]{64})" selected>/.exec(page)?.[1] ?? '';
    const report = await administrator.form(`${path}/plan`, { to, mapping: 'review = assess\n' });
    expect(report.status).toBe(200);
    expect(report.text).toContain('można przenieść');
    expect(report.text).toContain('review staje się assess');
    const done = await administrator.form(path, { to, mapping: 'review = assess' });
    expect(done.text).toContain('przeniesiono');
    const wrong = await administrator.form(`${path}/plan`, { to, mapping: 'review assess' });
    expect(wrong.status).toBe(422);
  });
});
