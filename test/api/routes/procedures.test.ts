import { beforeAll, describe, expect, test } from '@jest/globals';
import { openDoors, signedIn, stranger } from '../doors.ts';
import { procedures } from '../../../processes/index.ts';
import { startXml, timedProcedure, timerXml } from '../../activities/casework/starting/timed-procedure.ts';
import { readProcedureFolder } from '../../../activities/models/index.ts';
import type { Doors, Visitor } from '../doors.ts';
import type { ProcedureBundle } from '../../../activities/casework/office.ts';

let doors: Doors;
let nobody: Visitor;
let administrator: Visitor;
let bundle: ProcedureBundle;

beforeAll(async () => {
  doors = await openDoors();
  nobody = await stranger(doors);
  administrator = await signedIn(doors, 'administrator');
  const read = await readProcedureFolder(procedures['demo']!);
  if (!read.ok) throw new Error('Expected the demo procedure to be readable');
  bundle = read.value;
});

describe('deployed procedures', () => {
  test('are open to everyone with their steps and their diagram', async () => {
    const { body } = await nobody.json('get', '/procedures').expect(200);
    expect(body.rows.map(({ id }: { id: string }) => id)).toContain('demo');
    expect((await nobody.page('/procedures').expect(200)).text).toContain('/procedures/demo');
    const one = (await nobody.json('get', '/procedures/demo').expect(200)).body;
    expect(one.steps.length).toBeGreaterThan(3);
    await nobody.page('/procedures/demo').expect(200);
    const diagram = await nobody.page(one.diagramUrl).expect(200);
    expect(diagram.headers['content-type']).toMatch(/^application\/xml/);
    expect(diagram.text ?? diagram.body.toString()).toContain('bpmn:definitions');
    await nobody.json('get', '/procedures/unknown').expect(404);
    await nobody.json('get', `/procedures/demo/diagram?hash=${'0'.repeat(64)}`).expect(404);
  });

  test('are added by an administrator only; the same content is the same version', async () => {
    const same = await administrator.json('post', '/procedures', bundle).expect(200);
    expect(same.body).toMatchObject({ id: 'demo', version: 1, unchanged: true });
    await (await signedIn(doors, 'clerk-wydzial')).json('post', '/procedures', bundle).expect(403);
    await nobody.json('post', '/procedures', bundle).expect(401);
  });

  test('are refused with what is wrong when the model is, and when the bundle has other keys', async () => {
    const broken = { ...bundle, xml: bundle.xml.replaceAll('bpmn:userTask', 'bpmn:callActivity') };
    const refused = await administrator.json('post', '/procedures', broken);
    expect([refused.status, refused.body.code]).toEqual([422, 'modelRefused']);
    expect(refused.body.problems.length).toBeGreaterThan(0);
    await administrator.json('post', '/procedures', { ...bundle, code: 'rm -rf' }).expect(422);
    const manifest = { ...bundle.manifest, script: 'x' };
    await administrator.json('post', '/procedures', { ...bundle, manifest }).expect(422);
    expect((await nobody.json('get', '/procedures/demo')).body.procedure.version).toBe(1);
  });

  test('tell when the next case begins by itself, in every language', async () => {
    const yearly = timedProcedure(startXml(timerXml('timeCycle', 'R1/2027-09-01/P1Y')));
    await administrator.json('post', '/procedures', { ...yearly, manifest: { ...yearly.manifest, unit: 'sp-1' } });
    const path = '/procedures/yearly-review';
    expect((await nobody.json('get', path)).body.nextStart).toEqual({ at: '2027-08-31T22:00:00.000Z' });
    const page = async (language: string) => (await nobody.page(path).set('Accept-Language', language)).text;
    expect(await page('pl')).toMatch(/Następna sprawa zacznie się sama[^]*1 września 2027 00:00/);
    expect(await page('en')).toMatch(/Next case begins by itself[^]*1 September 2027 at 00:00/);
    expect(await page('uk')).toMatch(/Наступна справа почнеться сама[^]*1 вересня 2027/);
    doors.world.clock.set('2027-09-02T08:00:00.000Z');
    expect((await nobody.json('get', path)).body.nextStart).toEqual({});
    expect(await page('pl')).toContain('już żadna');
    expect((await nobody.json('get', '/procedures/demo')).body.nextStart).toBeUndefined();
    expect((await nobody.json('get', '/applications')).body.procedures).toHaveLength(2);
  });
});
