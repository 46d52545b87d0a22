import { describe, expect, test } from '@jest/globals';
import { checkSchema, malformed } from '../../../../activities/models/schema/validate.ts';
import { file, row } from '../constraints/sample.ts';

const found = (xml: string): string[] => checkSchema(xml).map(({ at, code }) => `${at} ${code}`);
const task = (attributes: string, inside = ''): string => file(row(`<task id="work" ${attributes}>${inside}</task>`));

describe('the schema of BPMN', () => {
  test.each([
    ['a sound model', task(''), []],
    ['an attribute nobody knows', task('colour="red"'), ['work model.schema']],
    ['a foreign attribute', task('xmlns:a="urn:a" a:colour="red"'), []],
    ['a number in words', task('startQuantity="many"'), ['work model.schema']],
    [
      'two loops at once',
      task('', '<standardLoopCharacteristics/><multiInstanceLoopCharacteristics/>'),
      ['work model.schema'],
    ],
    [
      'children in the wrong order',
      task('', '<incoming>flow0</incoming><documentation>late</documentation>'),
      ['work model.schema'],
    ],
    [
      'a flow without its ends',
      file(`${row()}<sequenceFlow id="loose"/>`),
      ['loose model.schema', 'loose model.schema'],
    ],
    [
      'a direction that does not exist',
      file(row('<parallelGateway id="gate" gatewayDirection="Up"/>')),
      ['gate model.schema'],
    ],
    ['an id that is none', file(row().replaceAll('"end"', '"1 end"')), ['1 end model.schema', 'flow0 model.schema']],
  ])('%s', (_, xml, problems) => {
    expect(found(xml)).toEqual(problems);
  });

  test('names several faults with their lines', () => {
    const xml = file(`\n<task id="a" x="1"/>\n<task id="b" y="1"/>`);
    expect(checkSchema(xml).map(({ at, values }) => [at, values?.['line']])).toEqual([
      ['a', 4],
      ['b', 5],
    ]);
  });
});

test.each([
  ['a prefix that nobody declared', '<x:a/>'],
  ['one attribute twice', '<a b="1" b="2"/>'],
  ['an end that is missing', '<a>'],
])('%s is no well-formed XML', (_, xml) => {
  expect(malformed(xml)).toMatchObject({ code: 'model.notReadable', values: { line: 1 } });
  expect(malformed('<a/>')).toBeUndefined();
});
