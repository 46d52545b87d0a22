import { describe, expect, test } from '@jest/globals';
import { unknownNames } from '../../../../activities/models/names/known-names.ts';
import { parseModel } from '../../../../activities/models/parse.ts';
import type { FormSchema } from '../../../../processes/language/form.ts';
import { compile } from '../../../../workflows/engine/compile.ts';
import { extended, rowXml } from '../model-xml.ts';

const form = (id: string, ...keys: string[]): FormSchema => ({
  type: 'default',
  id,
  schemaVersion: 18,
  components: [
    { type: 'text', text: 'Read this.' },
    { type: 'group', components: keys.map((key) => ({ type: 'textfield', key, label: key })) },
    { type: 'textfield', key: 'shownOnly', label: 'Shown', readonly: true },
    { type: 'dynamiclist', path: 'rows', label: 'Rows', components: [] },
  ],
});
const sources = {
  manifest: { start: [{ by: ['applicant' as const], form: 'start', public: true }], parameters: ['stip.base'] },
  forms: { start: form('start', 'income', 'school'), check: form('check', 'verdict') },
  handlerWrites: (name: string) => (name === 'known' ? ['answer'] : undefined),
};

const problemsOf = async (elements: string[], rest?: string) => {
  const parsed = await parseModel(rowXml(elements, rest));
  const graph = parsed.ok ? compile(parsed.value.definitions) : parsed;
  if (!graph.ok) throw new Error(`Expected a model but got ${JSON.stringify(graph)}`);
  return unknownNames(graph.value, sources);
};
const found = async (elements: string[], rest?: string): Promise<string[]> =>
  (await problemsOf(elements, rest)).map(({ at, values }) => [at, values?.['name'], values?.['nearest']].join(' '));

const script = (id: string, feel: string, result = ''): string =>
  extended('scriptTask', id, `<zeebe:script expression='=${feel}'${result ? ` resultVariable="${result}"` : ''}/>`);
const service = (id: string, type: string, mapping = ''): string =>
  extended('serviceTask', id, `<zeebe:taskDefinition type="${type}"/>${mapping}`);
const task = (id: string, formId: string): string =>
  extended('userTask', id, `<zeebe:formDefinition formId="${formId}"/>`);
const out = (source: string, target: string): string =>
  `<zeebe:ioMapping><zeebe:output source="=${source}" target="${target}"/></zeebe:ioMapping>`;
const message = '<bpmn:message id="m" name="appeal"/>';
const receive = (id: string, mapping = ''): string =>
  `<bpmn:receiveTask id="${id}" messageRef="m"><bpmn:extensionElements>${mapping}</bpmn:extensionElements></bpmn:receiveTask>`;

describe('names nothing can set', () => {
  test.each([
    ['a slip of the pen', [script('s', 'incme + 1', 'x')], ['s incme income']],
    ['a name like no other', [script('s', 'foo(1) + bar', 'x')], ['s bar –', 's foo –']],
    ['what a form only shows', [script('s', 'shownOnly', 'x')], ['s shownOnly –']],
    [
      'what is bound inside a script only',
      [script('s', '{ a: 1, result: { b: a } }.result'), script('t', 'a', 'x')],
      ['t a –'],
    ],
    [
      'what only an output mapping saw',
      [service('s', 'any', out('raw', 'kept')), script('t', 'raw', 'x')],
      ['t raw –'],
    ],
    [
      'a parameter that the procedure does not name',
      [script('s', 'parameters.stipBse', 'x')],
      ['s parameters.stipBse parameters.stipBase'],
    ],
    ['what a message does not carry', [receive('r'), script('t', 'reason', 'x')], ['t reason –']],
    [
      'what an output mapping reads of a known answer',
      [service('s', 'known', out('anwser', 'kept'))],
      ['s anwser answer'],
    ],
  ])('%s', async (_, elements, names) => {
    expect((await found(elements, message)).sort()).toEqual(names);
  });

  test('what only an event thrown in the case was to bring', async () => {
    const thrown =
      '<bpmn:intermediateThrowEvent id="e"><bpmn:messageEventDefinition id="d" messageRef="m"/></bpmn:intermediateThrowEvent>';
    expect(await found([thrown, receive('r'), script('t', 'brought', 'x')], message)).toEqual(['t brought –']);
  });

  test('are reported with the code, the name and what was probably meant', async () => {
    expect(await problemsOf([script('s', 'scholo', 'x')])).toEqual([
      { at: 's', code: 'model.nameUnknown', values: { name: 'scholo', nearest: 'school' } },
    ]);
  });
});

describe('names that something sets', () => {
  test.each([
    [
      'the start form and the case',
      [script('s', '[income, rows, number, parameters.stipBase, filedOn, unit, channel, unitName]', 'x')],
    ],
    ['a task, and who completed it', [task('check', 'check'), script('s', '[verdict, checkBy]', 'x')]],
    ['an element after it, for the token may come back', [script('s', 'later', 'x'), script('t', '1', 'later')]],
    ['entries of a script', [script('s', '{ a: 1 }'), script('t', 'a', 'x')]],
    ['a handler whose answer is known', [service('s', 'known'), script('t', 'answer', 'x')]],
    [
      'a mapping that adds a parameter',
      [service('s', 'known', out('answer', 'parameters.own')), script('t', 'parameters.own', 'x')],
    ],
    ['an output mapping', [service('s', 'any', out('raw', 'kept.part')), script('t', 'kept', 'x')]],
    ['a message whose receiver maps it', [receive('r', out('reason', 'why')), script('t', 'why', 'x')]],
  ])('%s', async (_, elements) => {
    expect(await found(elements, message)).toEqual([]);
  });
});

test('a parameter that the procedure does not name is found even where any variable may be set', async () => {
  expect(await found([service('s', 'any'), script('t', 'parameters.other', 'x')])).toEqual(['t parameters.other –']);
});

describe('where anything may be set, nothing is said', () => {
  test.each([
    ['a handler whose answer is not known', [service('s', 'any')]],
    ['a script that gives what shows only then', [script('s', 'rows[1]')]],
    ['a task whose form is not there', [task('s', 'nobody')]],
    ['a message that another receiver maps', [receive('r', out('reason', 'why')), receive('q')]],
  ])('%s', async (_, elements) => {
    expect(await found([...elements, script('t', 'anything', 'x')], message)).toEqual([]);
  });
});
