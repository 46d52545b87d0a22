import { expect, test } from '@jest/globals';
import { elements } from '../../../activities/models/element.ts';
import type { Element } from '../../../activities/models/element.ts';
import { completeFlowLists } from '../../../activities/models/flow-lists.ts';
import { parseModel } from '../../../activities/models/parse.ts';

const listed = (element: Element | undefined): string[][] =>
  ['incoming', 'outgoing'].map((name) => (element ? elements(element, name) : []).map(({ id }) => id ?? ''));

test('flows are added to the elements at their ends, those listed already not twice, at every level', async () => {
  const parsed =
    await parseModel(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<bpmn:process id="p"><bpmn:subProcess id="s"><bpmn:outgoing>f1</bpmn:outgoing>
<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/></bpmn:subProcess>
<bpmn:task id="c"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="c"/></bpmn:process></bpmn:definitions>`);
  if (!parsed.ok) throw new Error('Expected a model');
  const { definitions } = parsed.value;
  completeFlowLists(definitions);
  const [process] = elements(definitions, 'rootElements');
  const [sub, last] = process ? elements(process, 'flowElements') : [];
  const [first, second] = sub ? elements(sub, 'flowElements') : [];
  expect([sub, last, first, second].map(listed)).toEqual([
    [[], ['f1']],
    [['f1'], []],
    [[], ['f2']],
    [['f2'], []],
  ]);
});
