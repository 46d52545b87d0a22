import { describe, expect, test } from '@jest/globals';
import { missingFacts } from '../../../../activities/models/exchange/facts.ts';
import { exportModel, importModel } from '../../../../activities/models/exchange/import-model.ts';
import type { ImportedModel } from '../../../../activities/models/exchange/import-model.ts';
import { file, row } from '../constraints/sample.ts';
import { toolFiles } from './tool-files.ts';

const opened = async (source: Uint8Array | string): Promise<ImportedModel> => {
  const imported = await importModel(source);
  if (!imported.ok) throw new Error(`Expected a model but got ${JSON.stringify(imported)}`);
  return imported.value;
};
const lost = async (source: string): Promise<string[]> =>
  (await opened(source)).losses.map(({ at, values }) => `${at} ${values?.['what']}`);

describe('a file of another tool', () => {
  test.each(Object.entries(toolFiles))('%s survives the round trip whole', async (_, xml) => {
    const { definitions, losses } = await opened(xml);
    const written = await exportModel(definitions);
    expect(losses).toEqual([]);
    expect(missingFacts(xml, written)).toEqual([]);
    expect(missingFacts(written, xml)).toEqual([]);
  });

  test.each(Object.entries(toolFiles))('%s follows the schema', async (_, xml) => {
    const { problems } = await opened(xml);
    expect(problems.filter(({ code }) => code === 'model.schema' || code === 'model.notUnderstood')).toEqual([]);
  });
});

describe('the comparison of two files', () => {
  const [xml = ''] = Object.values(toolFiles);
  test.each([
    ['a colour', 'bioc:fill="#bbdefb"', 'bioc:fill="#bbdefc"'],
    ['a waypoint', 'x="220" y="90.25"', 'x="220" y="90.5"'],
    [
      'the order of waypoints',
      '<di:waypoint x="192" y="100" /><di:waypoint x="220" y="100" />',
      '<di:waypoint x="220" y="100" /><di:waypoint x="192" y="100" />',
    ],
    ['a letter of documentation', 'sekretariatu', 'sekretariátu'],
    ['a label', '<dc:Bounds x="150" y="124" width="49" height="27" />', ''],
    ['a namespace', 'http://bpmn.io/schema/bpmn/biocolor/1.0', 'http://bpmn.io/schema/bpmn/other/1.0'],
  ])('sees %s', (_, from, to) => {
    expect(xml).toContain(from);
    expect(missingFacts(xml, xml.replace(from, to))).not.toEqual([]);
  });

  test.each([
    ['another prefix', (text: string) => text.replaceAll('bpmn:', 'b:').replace('xmlns:bpmn=', 'xmlns:b=')],
    ['white space between elements', (text: string) => text.replaceAll('><', '>\n  <')],
    [
      'a default that is spelt out',
      (text: string) => text.replace('<bpmn:startEvent ', '<bpmn:startEvent isInterrupting="true" '),
    ],
    ['numbers written otherwise', (text: string) => text.replace('x="156"', 'x="156.0"')],
  ])('does not mind %s', (_, rewrite) => {
    expect(rewrite(xml)).not.toBe(xml);
    expect(missingFacts(xml, rewrite(xml))).toEqual([]);
  });
});

describe('what cannot be kept is named', () => {
  test('a reference that leads nowhere, with element and line', async () => {
    const operation =
      '<message id="in"/><interface id="door" name="door"><operation id="post" name="post">\n<inMessageRef>in</inMessageRef><outMessageRef>elsewhere</outMessageRef></operation></interface>';
    const { losses } = await opened(file(row(), operation));
    expect(losses).toEqual([
      { at: 'post', code: 'model.lost', values: { what: '<outMessageRef> elsewhere', line: 3 } },
    ]);
  });

  test('an element that the standard does not know, and a comment', async () => {
    expect(await lost(file(`${row()}<nonsense id="strange"/><!-- ask the head -->`))).toEqual([
      'strange id="strange"',
      'strange <nonsense>',
      'process <!-- ask the head -->',
    ]);
  });
});

test('choreographies and conversations open too', async () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:d"><choreography id="dance"><participant id="a" name="A"/><participant id="b" name="B"/><messageFlow id="m" sourceRef="a" targetRef="b"/><choreographyTask id="step" initiatingParticipantRef="a"><participantRef>a</participantRef><participantRef>b</participantRef><messageFlowRef>m</messageFlowRef></choreographyTask></choreography><collaboration id="talk"><participant id="c"/><participant id="e"/><conversation id="about"><participantRef>c</participantRef><participantRef>e</participantRef></conversation><conversationLink id="link" sourceRef="c" targetRef="about"/></collaboration></definitions>`;
  expect(await opened(xml)).toMatchObject({ problems: [], losses: [] });
});

test('what is no BPMN is a failure, not an exception', async () => {
  expect(await importModel('<html/>')).toMatchObject({ ok: false, failure: 'modelRefused' });
  expect(await importModel(new Uint8Array())).toMatchObject({ ok: false, failure: 'modelRefused' });
});

describe('the declared encoding decides', () => {
  const name = 'Zażółć gęślą jaźń — ŁÓDŹ';
  const text = (encoding: string): string =>
    file(row(`<task id="work" name="${name}"/>`)).replace(
      '<?xml version="1.0"?>',
      `<?xml version="1.0" encoding="${encoding}"?>`,
    );
  /** Bytes of a text in an encoding that Node reads but does not write. */
  const encoded = (encoding: string): Uint8Array => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
    );
    return Uint8Array.from(text(encoding).replace('—', '-'), (letter) => table.get(letter) ?? 63);
  };
  const bigEndian = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
  const mark = Buffer.from([0xff, 0xfe]);
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text('UTF-8')}`)],
    ['UTF-16, little end first, marked', Buffer.concat([mark, Buffer.from(text('UTF-16'), 'utf16le')])],
    ['UTF-16, big end first, marked', bigEndian(Buffer.concat([mark, Buffer.from(text('UTF-16'), 'utf16le')]))],
    ['UTF-16 without a mark', Buffer.from(text('UTF-16LE'), 'utf16le')],
    ['ISO-8859-2', encoded('ISO-8859-2')],
    ['windows-1250', encoded('windows-1250')],
  ])('%s', async (_, bytes) => {
    const { definitions } = await opened(bytes);
    expect((await exportModel(definitions)).replace('—', '-')).toContain(`name="${name.replace('—', '-')}"`);
  });
});
