import { describe, expect, test } from '@jest/globals';
import { elements, extension, setting } from '../../../activities/models/element.ts';
import type { Element } from '../../../activities/models/element.ts';
import { parseDecisions, parseModel } from '../../../activities/models/parse.ts';
import type { ParsedModel } from '../../../activities/models/parse.ts';
import { extended, rowXml } from './model-xml.ts';

const parsed = async (source: Uint8Array | string): Promise<ParsedModel> => {
  const result = await parseModel(source);
  if (!result.ok) throw new Error(`Expected a model but ${JSON.stringify(result)}`);
  return result.value;
};
const node = ({ definitions }: ParsedModel, id: string): Element => {
  const process = elements(definitions, 'rootElements').find(({ $type }) => $type === 'bpmn:Process');
  const found = process && elements(process, 'flowElements').find((each) => each.id === id);
  if (!found) throw new Error(`Expected element ${id}`);
  return found;
};
const codes = async (source: Uint8Array | string): Promise<string[]> => {
  const result = await parseModel(source);
  return result.ok ? [] : (result.problems ?? []).map(({ code }) => code);
};

describe('parseModel', () => {
  test('reads the extensions of Camunda and our own as typed elements', async () => {
    const model = await parsed(
      rowXml([
        extended('userTask', 'check', '<zeebe:formDefinition formId="check"/><obieg:term duration="P7D" basis="KPA"/>'),
      ]),
    );
    expect(model.warnings).toEqual([]);
    expect(extension(node(model, 'check'), 'zeebe:FormDefinition')?.get?.('formId')).toBe('check');
    expect(setting(node(model, 'check'), 'term', 'duration')).toBe('P7D');
  });

  test('reads our settings also where a stock modeler wrote them as properties', async () => {
    const properties =
      '<zeebe:properties><zeebe:property name="obieg:stage" value="school"/><zeebe:property name="obieg:signature.field" value="clerk"/></zeebe:properties>';
    const model = await parsed(rowXml([extended('userTask', 'check', properties)]));
    expect(setting(node(model, 'check'), 'stage', 'id')).toBe('school');
    expect(setting(node(model, 'check'), 'signature', 'field')).toBe('clerk');
  });

  test('decodes a file by the encoding that it declares', async () => {
    const xml = rowXml([extended('manualTask', 'send', '')])
      .replace('UTF-8', 'ISO-8859-2')
      .replace('Krok send', 'Wysyłka żądań');
    const table: Record<string, number> = { ł: 0xb3, ż: 0xbf, ą: 0xb1, ń: 0xf1 };
    const bytes = Uint8Array.from(xml, (letter) => table[letter] ?? letter.charCodeAt(0));
    expect(node(await parsed(bytes), 'send').name).toBe('Wysyłka żądań');
  });

  test('keeps foreign extensions and says nothing of them', async () => {
    const model = await parsed(rowXml([extended('manualTask', 'send', '<acme:cost xmlns:acme="urn:acme" eur="3"/>')]));
    expect(model.warnings).toEqual([]);
    expect(extension(node(model, 'send'), 'acme:cost')).toMatchObject({ eur: '3' });
  });

  test('reports a reference that leads nowhere, with element and line', async () => {
    const xml = rowXml(['<bpmn:receiveTask id="wait" name="Wait" messageRef="nobody"/>']);
    const line = xml.split('\n').findIndex((each) => each.includes('id="wait"')) + 1;
    expect((await parsed(xml)).warnings).toEqual([
      { at: 'wait', code: 'model.notUnderstood', values: { message: 'unresolved reference <nobody>', line } },
    ]);
  });

  test('reports what it cannot read, with the line', async () => {
    const xml = rowXml(['<bpmn:manualTask id="send" name="Send"/>']).replace('</bpmn:process>', '<bpmn:nonsense/>\n$&');
    const line = xml.split('\n').findIndex((each) => each.includes('nonsense')) + 1;
    const [warning] = (await parsed(xml)).warnings;
    expect(warning).toMatchObject({ code: 'model.notUnderstood', values: { line } });
  });

  test.each([
    ['a document type with entities', '<!DOCTYPE x [<!ENTITY a "b">]><x/>', 'model.doctype'],
    ['nesting deeper than any model', '<a>'.repeat(101) + '</a>'.repeat(101), 'model.depth'],
    ['a file that is not XML', 'not a model', 'model.notReadable'],
    ['another root', '<html/>', 'model.notReadable'],
    ['an unknown encoding', Buffer.from('<?xml version="1.0" encoding="x-cipher"?><x/>'), 'model.encoding'],
    ['bytes that do not fit the encoding', Uint8Array.from([0x3c, 0xff, 0xff, 0x3e]), 'model.encoding'],
  ])('refuses %s', async (_, source, code) => {
    expect(await codes(source)).toEqual([code]);
  });

  test('refuses what is larger than any model, in time that does not grow with its quotes', async () => {
    expect(await parseModel('x'.repeat(3_000_000))).toMatchObject({ ok: false, failure: 'tooLarge' });
    expect(await codes(`<a '${'<a \'<a "'.repeat(200_000)}`)).toEqual(['model.notReadable']);
  });

  test('does not count tags inside attributes and comments as depth', async () => {
    expect(await codes(`<a b="${'<c>'.repeat(200)}"><!-- ${'<d>'.repeat(200)} --></a>`)).toEqual(['model.notReadable']);
  });
});

test('parseDecisions reads DMN and refuses what is none', async () => {
  const dmn =
    '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d"><decision id="eligibility" name="Eligibility"/></definitions>';
  const result = await parseDecisions(dmn);
  expect(result.ok && result.value.definitions.get?.('drgElement')).toMatchObject([{ id: 'eligibility' }]);
  expect(await parseDecisions('<x/>')).toMatchObject({ ok: false, failure: 'modelRefused' });
});
