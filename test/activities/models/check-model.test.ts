import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkModel } from '../../../activities/models/check-model.ts';
import { importModel } from '../../../activities/models/exchange/import-model.ts';
import { problemText } from '../../../ui/texts/texts.ts';
import { file, flow, row } from './constraints/sample.ts';

const codes = async (source: Uint8Array | string): Promise<string[]> => [
  ...new Set((await checkModel(source)).problems.map(({ code }) => code)),
];
const task = '<task id="work"/>';
const sound = file(row(task));

describe('all faults are named at once', () => {
  test('of the reader, the schema and the constraints, each with element, line and sentence', async () => {
    const xml = file(
      `${row(task)}\n<userTask id="odd" startQuantity="many"/>${flow('loose', 'odd', 'nobody')}\n<signal id="work"/>`,
    );
    const { model, problems } = await checkModel(xml);
    expect(model?.definitions.$type).toBe('bpmn:Definitions');
    expect(problems.map(({ at, code, values }) => `${at} ${code} ${values?.['line']}`)).toEqual(
      expect.arrayContaining([
        'loose model.notUnderstood 4',
        'odd model.schema 4',
        'odd model.node-incoming 4',
        'work model.schema 5',
      ]),
    );
    for (const problem of problems)
      for (const language of ['pl', 'en', 'uk'] as const)
        expect(problemText(language, problem)).not.toMatch(/\{\w+\}|\(model\./);
  });

  test('and a sound model has none', async () => {
    expect((await checkModel(sound)).problems).toEqual([]);
  });
});

describe('excess is refused before it is read', () => {
  test.each([
    ['nesting', file('<subProcess>'.repeat(200) + '</subProcess>'.repeat(200)), 'model.depth'],
    ['elements', file(task.repeat(30_000)), 'model.elements'],
    ['one id for all', file(task.repeat(1_000)), 'model.idDuplicate'],
    [
      'attributes that nobody declared',
      file(`<task id="work" ${Array.from({ length: 1_000 }, (_, at) => `x:a${at}="1"`).join(' ')}/>`),
      'model.notReadable',
    ],
    ['an attribute of megabytes', file(`<task id="work" name="${'x'.repeat(3_000_000)}"/>`), 'failure.tooLarge'],
    ['entities that grow', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>', 'model.doctype'],
    ['comments that never end', '<!--'.repeat(400_000), 'model.notReadable'],
    ['a name that never ends', `<${'a'.repeat(1_000_000)}`, 'model.notReadable'],
  ])('%s', async (_, source, code) => {
    expect(await codes(source)).toEqual([code]);
  });

  test('more faults than anyone reads are counted', async () => {
    const { problems } = await checkModel(
      file(row(...Array.from({ length: 700 }, (_, at) => `<exclusiveGateway id="gate${at}"/>`))),
    );
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toEqual({ at: '', code: 'model.tooMany', values: { count: 200 } });
  });
});

describe('circles do not trap the checks', () => {
  test.each([
    ['a flow to itself', file(row(task) + flow('circle', 'work', 'work'))],
    ['a call of itself', file(row('<callActivity id="call" calledElement="process"/>'))],
    ['a host that is its own guest', file(`${row(task)}<boundaryEvent id="edge" attachedToRef="edge"/>`)],
    [
      'links that name each other',
      file(
        '<intermediateThrowEvent id="a"><linkEventDefinition id="x"><target>x</target></linkEventDefinition></intermediateThrowEvent>',
      ),
    ],
    [
      'an item that is its own structure',
      file(row(), '<itemDefinition id="item" structureRef="item"/><message id="m" itemRef="item"/>'),
    ],
    ['a data object that shows itself', file(`${row()}<dataObjectReference id="shown" dataObjectRef="shown"/>`)],
  ])('%s', async (_, xml) => {
    const { model } = await checkModel(xml);
    expect(model).toBeDefined();
    expect(await importModel(xml)).toMatchObject({ ok: true });
  });
});

/** Whatever the file, an answer: a model, or problems that have a sentence. */
const answered = async (source: Uint8Array | string): Promise<void> => {
  const { model, problems } = await checkModel(source);
  expect(model !== undefined || problems.length > 0).toBe(true);
  for (const problem of problems) expect(problemText('pl', problem)).not.toMatch(/\{\w+\}/);
  const imported = await importModel(source);
  expect(imported.ok).toBe(model !== undefined);
};

describe('whatever is sent is answered', () => {
  const runs = { numRuns: 60 };
  test('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), answered), runs);
  });

  test('a file that was cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length), (at) => answered(sound.slice(0, at))),
      runs,
    );
  });

  test('a file with pieces moved, doubled and overwritten', async () => {
    const place = fc.nat(sound.length);
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('<', '>', '"', '/>', ']]>', '<!--', '&x;', '\u0000', 'id="work"', 'xmlns=""'),
    );
    const edits = fc.array(fc.tuple(place, fc.nat(40), piece), { minLength: 1, maxLength: 4 });
    const edited = (all: [number, number, string][]): string =>
      all.reduce((xml, [at, length, text]) => xml.slice(0, at) + text + xml.slice(at + length), sound);
    await fc.assert(
      fc.asyncProperty(edits, (all) => answered(edited(all))),
      runs,
    );
  });

  test('elements of the standard in any order, with references to anything', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'process', 'nobody');
    const name = fc.constantFrom(
      'task',
      'subProcess',
      'sequenceFlow',
      'boundaryEvent',
      'startEvent',
      'eventBasedGateway',
      'association',
      'dataObjectReference',
      'callActivity',
      'lane',
      'ioSpecification',
      'multiInstanceLoopCharacteristics',
      'intermediateCatchEvent',
      'linkEventDefinition',
      'timerEventDefinition',
      'itemDefinition',
      'incoming',
      'conditionExpression',
    );
    const attribute = fc.constantFrom(
      'id',
      'sourceRef',
      'targetRef',
      'attachedToRef',
      'default',
      'calledElement',
      'dataObjectRef',
      'itemSubjectRef',
      'triggeredByEvent',
      'instantiate',
    );
    const attributes = fc.dictionary(attribute, id, { maxKeys: 4 });
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(name, attributes, fc.array(fc.oneof({ maxDepth: 3 }, fc.constant(''), tie('element')), { maxLength: 3 }))
        .map(
          ([tag, given, inside]) =>
            `<${tag} ${Object.entries(given)
              .map(([key, value]) => `${key}="${value}"`)
              .join(' ')}>${inside.join('')}</${tag}>`,
        ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 6 }), (body) => answered(file(body.join('')))),
      runs,
    );
  });
});
