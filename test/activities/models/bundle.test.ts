import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ProcedureBundle } from '../../../activities/casework/office.ts';
import { compileBundle } from '../../../activities/models/bundle.ts';
import { createModels, readProcedureFolder } from '../../../activities/models/index.ts';
import { handlerNames, handlerWrites } from '../../../activities/tasks/index.ts';
import { procedures } from '../../../processes/index.ts';

const models = createModels(handlerNames, handlerWrites);
let demo: ProcedureBundle;
beforeAll(async () => {
  demo = await read('demo');
});

const read = async (id: string): Promise<ProcedureBundle> => {
  const bundle = await readProcedureFolder(id);
  if (!bundle.ok) throw new Error(`Expected ${id} but got ${JSON.stringify(bundle)}`);
  return bundle.value;
};
const hashOf = async (bundle: ProcedureBundle): Promise<string> => {
  const compiled = await models.compile(bundle);
  if (!compiled.ok) throw new Error(`Expected a definition but got ${JSON.stringify(compiled)}`);
  return compiled.value.hash;
};
const found = async (bundle: ProcedureBundle): Promise<string[]> =>
  (await models.check(bundle)).map(({ at, code }) => `${at} ${code}`);

describe('compiling a procedure', () => {
  test.each(Object.keys(procedures))('%s of the catalogue has no problem', async (id) => {
    expect(await models.check(await read(id))).toEqual([]);
  });

  test('gives the same content the same hash, whatever the order in which it was written', async () => {
    const reordered = Object.fromEntries(Object.entries(demo).toReversed()) as ProcedureBundle;
    expect(await hashOf(reordered)).toBe(await hashOf(demo));
    expect(await hashOf(demo)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives another hash when model, form, template or manifest changes', async () => {
    const [form = ''] = Object.keys(demo.forms);
    const schema = demo.forms[form];
    if (!schema) throw new Error('Expected a form');
    const changed: ProcedureBundle[] = [
      { ...demo, xml: demo.xml.replace('Rozpatrz prośbę', 'Rozpatrz') },
      { ...demo, forms: { ...demo.forms, [form]: { ...schema, components: [] } } },
      { ...demo, templates: { ...demo.templates, certificate: `${demo.templates['certificate']} ` } },
      { ...demo, manifest: { ...demo.manifest, retention: 'B10' } },
    ];
    const hashes = await Promise.all([demo, ...changed].map(hashOf));
    expect(new Set(hashes).size).toBe(changed.length + 1);
  });

  test('says all that is wrong at once, each with its element and line', async () => {
    const xml = demo.xml
      .replace('formId="review"', 'formId="nobody"')
      .replace('secretary@unit', 'king@unit')
      .replace('type="makeDocument"', 'type="makeCoffee"')
      .replace('<obieg:stage id="signature" />', '<obieg:stage id="court" />');
    const problems = await models.check({ ...demo, xml });
    expect(problems.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
      'directorSignature model.known-stage',
      'makeCertificate model.registered-handler',
      'review model.candidate-role',
      'review model.known-form',
    ]);
    const line = demo.xml.split('\n').findIndex((each) => each.includes('<bpmn:userTask id="review"')) + 1;
    expect(problems.find(({ at }) => at === 'review')?.values).toMatchObject({ line });
  });

  test('names what nothing in the procedure sets, and what was probably meant', async () => {
    const xml = demo.xml.replace('verdict = "issue"', 'verdikt = "issue"');
    expect(await models.check({ ...demo, xml })).toEqual([
      { at: 'issue', code: 'model.nameUnknown', values: { line: 92, name: 'verdikt', nearest: 'verdict' } },
    ]);
    const unregistered = await createModels(handlerNames).check({ ...demo, xml });
    expect(unregistered).toEqual([]);
  });

  test('names what nothing gives to a decision', async () => {
    const stypendium = await read('stypendium-szkolne');
    const decisions = stypendium.decisions?.replace('count(circumstances)', 'count(circumstancs)') ?? '';
    expect(await models.check({ ...stypendium, decisions })).toEqual([
      { at: 'eligibility', code: 'model.nameUnknown', values: { name: 'circumstancs', nearest: 'circumstances' } },
    ]);
  });

  test('takes a file of Camunda 7 for what it says', async () => {
    const xml = demo.xml
      .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" ')
      .replace('>=verdict = "issue"<', ">${verdict == 'issue'}<")
      .replace('<zeebe:assignmentDefinition candidateGroups="secretary@unit" />', '')
      .replace('<zeebe:formDefinition formId="review" />', '')
      .replace('id="review"', 'id="review" camunda:candidateGroups="secretary@unit" camunda:formKey="review"');
    const [own, converted] = await Promise.all([demo, { ...demo, xml }].map((each) => models.compile(each)));
    if (!own?.ok || !converted?.ok) throw new Error(`Expected definitions but got ${JSON.stringify(converted)}`);
    expect(converted.value.graph).toEqual(own.value.graph);
    expect(converted.value.xml).toBe(xml);
    const java = xml.replace('camunda:formKey="review"', 'camunda:formKey="review" camunda:class="Review"');
    expect(await found({ ...demo, xml: java })).toEqual(['review model.foreignRefused']);
  });

  test('names an element that the engine cannot run', async () => {
    const xml = demo.xml
      .replace('<bpmn:serviceTask id="makeCertificate"', '<bpmn:callActivity id="makeCertificate"')
      .replace(/<\/bpmn:serviceTask>/, '</bpmn:callActivity>');
    expect((await found({ ...demo, xml })).filter((each) => each.startsWith('makeCertificate'))).not.toEqual([]);
  });

  test('refuses overlapping rules, and only advises of a case that no rule covers', async () => {
    const stipend = await read('stypendium-szkolne');
    const withMiddle = (range: string) => ({
      ...stipend,
      decisions: (stipend.decisions ?? '').replace('(50..80]', range),
    });
    expect(await models.check(withMiddle('[50..80]'))).toEqual([
      {
        at: 'middleBand',
        code: 'model.rulesOverlap',
        values: { first: 1, second: 2, example: 'incomeTotal * 100 / incomeLimit = 50' },
      },
    ]);
    const gap = await compileBundle(withMiddle('(50..79]'), handlerNames);
    if (!gap.ok) throw new Error(`Expected a definition but got ${JSON.stringify(gap)}`);
    expect(gap.value.advice).toEqual([
      {
        at: 'stipendRateTable',
        code: 'model.tableGap',
        values: { example: 'incomeTotal * 100 / incomeLimit = 79.5' },
      },
    ]);
  });

  test('names a reference that leads nowhere and what the folder lacks', async () => {
    const xml = demo.xml.replace('sourceRef="submitted"', 'sourceRef="nobody"');
    expect(await found({ ...demo, xml })).toEqual(expect.arrayContaining(['toReview model.notUnderstood']));
    expect(await found({ ...demo, forms: {}, templates: {} })).toEqual([
      'procedure.forms bundle.formMissing',
      'procedure.forms bundle.formMissing',
      'procedure.forms bundle.formMissing',
      'procedure.documents bundle.templateMissing',
    ]);
  });

  test('refuses what is no model at all', async () => {
    expect(await found({ ...demo, xml: '<html/>' })).toEqual([' model.notReadable']);
    expect(await found({ ...demo, xml: 'x'.repeat(3_000_000) })).toEqual([' failure.tooLarge']);
  });
});

describe('reading a folder', () => {
  test('knows the catalogue by id and says when there is none', async () => {
    expect(await readProcedureFolder('nobody')).toMatchObject({ ok: false, failure: 'unknownReference' });
  });

  test('says which form is no JSON, and takes a folder anywhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'obieg-procedure-'));
    expect(await readProcedureFolder(demo.manifest, folder)).toMatchObject({ failure: 'unknownReference' });
    await writeFile(join(folder, 'process.bpmn'), demo.xml);
    await mkdir(join(folder, 'forms'));
    await writeFile(join(folder, 'forms/review.form.json'), '{');
    expect(await readProcedureFolder(demo.manifest, folder)).toMatchObject({
      failure: 'modelRefused',
      problems: [{ at: 'forms/review.form.json', code: 'bundle.notJson' }],
    });
  });
});
