import { readFileSync } from 'node:fs';
import request from 'supertest';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openDoors, signedIn, stranger } from '../doors.ts';
import { toolFiles } from '../../activities/models/exchange/tool-files.ts';
import { views } from '../../../api/schemas/views.ts';
import type { Doors, Visitor } from '../doors.ts';
import type { Problem } from '../../../processes/language/failure.ts';

const sound = readFileSync(new URL('../../../processes/demo/process.bpmn', import.meta.url));
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]);
const broken = sound.toString().replaceAll('bpmn:userTask', 'bpmn:callActivity');

let doors: Doors;
let administrator: Visitor;
beforeAll(async () => {
  doors = await openDoors();
  administrator = await signedIn(doors, 'administrator');
});

type Files = Record<string, [bytes: Buffer | string, name: string]>;
const send = (path: string, files: Files, { as = administrator, accept = 'application/json', fields = {} } = {}) => {
  const sent = request(doors.app).post(path).set('Accept', accept).set('Cookie', as.cookie).field('_csrf', as.csrf);
  for (const [name, value] of Object.entries(fields)) sent.field(name, String(value));
  for (const [key, [bytes, name]] of Object.entries(files)) sent.attach(key, Buffer.from(bytes), name);
  return sent;
};
const check = (bytes: Buffer | string, more = {}) => send('/models/check', { file: [bytes, 'model.bpmn'] }, more);

describe('checking a model', () => {
  test('is for administrators and the clerks of the department, who find it at the procedures', async () => {
    for (const person of ['administrator', 'clerk-wydzial']) {
      const visitor = await signedIn(doors, person);
      expect((await visitor.page('/models/check').expect(200)).text).toContain('name="file"');
      expect((await visitor.page('/procedures')).text).toContain('href="/models/check"');
      await check(sound, { as: visitor }).expect(200);
    }
    const secretary = await signedIn(doors, 'secretary-sp-1');
    await secretary.page('/models/check').expect(403);
    await check(sound, { as: secretary }).expect(403);
    await send('/models/export', { file: [sound, 'm.bpmn'] }, { as: secretary }).expect(403);
    expect((await secretary.page('/procedures')).text).not.toContain('/models/check');
    const nobody = await stranger(doors);
    await nobody.json('get', '/models/check').expect(401);
    await check(sound, { as: nobody }).expect(401);
  });

  test('says that a sound file runs, with its steps and itself for the drawing', async () => {
    const { body } = await check(sound).expect(200);
    expect(views['model-check'].parse(body)).toEqual(body);
    expect(body.verdict).toMatchObject({ runs: true, drawn: true, fileName: 'model.bpmn', problems: [], losses: [] });
    expect(body.verdict.steps.length).toBeGreaterThan(3);
    expect(body.verdict.xml).toBe(sound.toString());
    const page = await check(sound, { accept: 'text/html' }).expect(200);
    expect(page.text).toContain('data-diagram="#model-xml"');
  });

  test('names every element that cannot run, with its name, line and step', async () => {
    const { verdict } = (await check(broken).expect(200)).body;
    expect(verdict.runs).toBe(false);
    const step = verdict.steps.find(({ kind }: { kind: string }) => kind === 'callActivity');
    const found = verdict.problems.filter(({ at }: { at: string }) => at === step.element);
    expect(found[0]).toMatchObject({ name: step.name, step: step.element, values: { line: expect.any(Number) } });
    const page = await check(broken, { accept: 'text/html' }).expect(200);
    expect(page.text).toContain(`href="#step-${step.element}"`);
    expect(page.text).toContain('id="step-' + step.element);
  });

  test('takes the decision tables that come with the model', async () => {
    const read = (name: string) =>
      readFileSync(new URL(`../../../processes/stypendium-szkolne/${name}`, import.meta.url));
    const model = read('process.bpmn');
    const { problems } = (await check(model)).body.verdict;
    expect(problems.map(({ at, code }: Problem) => `${at} ${code}`)).toEqual([
      'checkEligibility model.decisionUnknown',
      'setRate model.decisionUnknown',
    ]);
    const both: Files = { file: [model, 'p.bpmn'], decisions: [read('decisions.dmn'), 'd.dmn'] };
    expect((await send('/models/check', both)).body.verdict).toMatchObject({ runs: true });
    const swapped = await send('/models/check', { file: [model, 'p.bpmn'], decisions: [model, 'd.dmn'] });
    expect(swapped.body.problems).toMatchObject([{ at: 'decisions', code: 'model.fileNotDmn' }]);
  });

  test.each<[string, Buffer | string, string]>([
    ['no XML', 'Dzień dobry', 'model.fileNotXml'],
    ['a picture', picture, 'model.fileNotXml'],
    ['an empty file', '', 'model.fileEmpty'],
    ['other XML', '<html/>', 'model.fileNotBpmn'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'model.doctype'],
    ['3 MB', `<a>${' '.repeat(3 * 1024 * 1024)}</a>`, 'model.fileTooLarge'],
    ['XML that breaks off', broken.slice(0, 900), 'model.notReadable'],
  ])('answers %s with a sentence at the file', async (_, bytes, code) => {
    const { body } = await check(bytes).expect(422);
    expect(body.problems).toMatchObject([{ at: 'file', code }]);
    const page = await check(bytes, { accept: 'text/html' }).expect(422);
    expect(page.text).toContain('href="#field-file"');
    expect(page.text).not.toContain(code);
  });

  test('asks for the file when none came', async () => {
    const { body } = await send('/models/check', {}).expect(422);
    expect(body.problems).toMatchObject([{ at: 'file', code: 'required' }]);
    const page = await send('/models/export', {}, { accept: 'text/html' }).expect(422);
    expect(page.text).toContain('href="#field-file"');
  });

  test('keeps nothing and puts nothing of the file into the log', async () => {
    const secret = sound.toString().replace('name="', 'name="Żółwiński ');
    await check(secret).expect(200);
    expect(doors.log.join('')).not.toContain('Żółwiński');
  });
});

describe('exporting a model', () => {
  test('keeps every extension of another tool, from the page and from a file alike', async () => {
    const [xml = ''] = Object.values(toolFiles);
    const fromPage = await administrator.form('/models/export', { xml, fileName: 'Wniosek.xml' }).expect(200);
    expect(fromPage.headers['content-type']).toMatch(/^application\/xml/);
    expect(fromPage.headers['content-disposition']).toContain('attachment; filename=Wniosek.bpmn');
    const text = fromPage.text ?? fromPage.body.toString();
    expect(text).toContain('bioc:stroke="#0d4372"');
    const fromFile = await send('/models/export', { file: [xml, 'Wniosek.bpmn'] }).expect(200);
    expect(fromFile.text ?? fromFile.body.toString()).toBe(text);
  });

  test('takes from the page as large a file as was checked', async () => {
    const large = sound.toString().replace('</bpmn:definitions>', `<!--${'ż<'.repeat(600_000)}--></bpmn:definitions>`);
    expect((await check(large).expect(200)).body.verdict.runs).toBe(true);
    await administrator.form('/models/export', { xml: large }).expect(200);
  });
});
