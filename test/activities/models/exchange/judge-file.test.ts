import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judgeFile } from '../../../../activities/models/exchange/judge-file.ts';
import type { ModelVerdict } from '../../../../activities/models/exchange/judge-file.ts';
import { toolFiles } from './tool-files.ts';

const judged = async (xml: string, handlers: string[] = []): Promise<ModelVerdict> => {
  const verdict = await judgeFile(xml, { handlers });
  if (!verdict.ok) throw new Error(`Expected a verdict but got ${JSON.stringify(verdict)}`);
  return verdict.value;
};
const definitions = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="d" targetNamespace="http://example.com">
${inside}
</bpmn:definitions>`;
const flow = (id: string, from: string, to: string, inside = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
const line = (steps: ModelVerdict['steps']): string => steps.map(({ element }) => element).join(' ');

test.each(Object.entries(toolFiles))('a file of %s is judged whatever is wrong with it', async (_, xml) => {
  const { steps, losses, xml: kept } = await judged(xml);
  expect(steps.length).toBeGreaterThan(0);
  expect(losses).toEqual([]);
  expect(kept).toBe(xml);
});

describe('what stands in the way', () => {
  const model = definitions(`<bpmn:process id="p" isExecutable="true">
<bpmn:startEvent id="start"/>
<bpmn:callActivity id="call" name="Zawołaj
kogoś"/>
<bpmn:endEvent id="end"/>
${flow('f1', 'start', 'call')}
${flow('f2', 'call', 'end')}${flow('f3', 'call', 'gone')}
</bpmn:process>`);

  test('has the name, the line and the step of its place; a flow belongs to where it comes from', async () => {
    const { problems } = await judged(model);
    expect(problems.find(({ code }) => code === 'model.calledElementMissing')).toEqual({
      at: 'call',
      code: 'model.calledElementMissing',
      values: { line: 5 },
      name: 'Zawołaj kogoś',
      step: 'call',
    });
    expect(problems.find(({ at }) => at === 'f3')).toMatchObject({ step: 'call' });
  });

  test('is not told twice, and rules of style are told apart from it', async () => {
    const { problems, rules } = await judged(model);
    const blamed = new Set(problems.map(({ at }) => at));
    expect(rules.map(({ at }) => at).filter((at) => blamed.has(at))).toEqual([]);
    // nothing is drawn, which is said once; and that elements do not list their flows leaves them connected
    expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(['model.label-required']));
  });

  test('of a shape is told of what it shows', async () => {
    const shape =
      '<bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="l" bpmnElement="p"><bpmndi:BPMNShape id="s" bpmnElement="call"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>';
    const drawn = await judged(model.replace('</bpmn:definitions>', `${shape}</bpmn:definitions>`));
    expect(drawn.drawn).toBe(true);
    expect(drawn.problems.find(({ at }) => at === 's')).toMatchObject({ code: 'model.schema', step: 'call' });
  });
});

test('a diagram that shows nothing is a fault of the file and stops no check', async () => {
  const empty = definitions('<bpmn:process id="p"/><bpmndi:BPMNDiagram id="g"/>');
  const { problems, drawn } = await judged(empty);
  expect(drawn).toBe(false);
  expect(problems.filter(({ at }) => at === 'g').map(({ code }) => code)).toEqual(['model.schema']);
});

test('a service task without a handler that is registered here runs, but is no part of a procedure', async () => {
  const model = readFileSync(new URL('../../../../processes/demo/process.bpmn', import.meta.url), 'utf8');
  const { problems, rules } = await judged(model, []);
  expect(problems).toEqual([]);
  expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(['model.registered-handler']));
});

test('what was converted from another engine is told, and what could not be stands among the problems', async () => {
  const { problems, conversions } = await judged(
    definitions(`<bpmn:process id="p" isExecutable="true" camunda:historyTimeToLive="180"><bpmn:startEvent id="start"/>
<bpmn:userTask id="t" camunda:assignee="\${who}" camunda:formKey="embedded:app:x.html"/><bpmn:endEvent id="end"/>
<bpmn:exclusiveGateway id="g"/>${flow('f1', 'start', 't')}${flow('f2', 't', 'g')}
<bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="end"><bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">\${a &gt; 1}</bpmn:conditionExpression></bpmn:sequenceFlow>
</bpmn:process>`),
  );
  expect(conversions).toMatchObject([
    { at: 'p', code: 'model.foreignIdle', values: { attribute: 'historyTimeToLive' } },
    { at: 't', code: 'model.foreignConverted', values: { attribute: 'assignee', line: 4 }, step: 't' },
    { at: 'f3', code: 'model.expressionConverted', values: { from: '${a > 1}' }, step: 'g' },
  ]);
  expect(problems).toContainEqual(
    expect.objectContaining({ at: 't', values: expect.objectContaining({ attribute: 'formKey' }) }),
  );
});

describe('the steps of a model that does not run', () => {
  const sub = `<bpmn:subProcess id="sub"><bpmn:startEvent id="in"/><bpmn:task id="inner"/>${flow('s1', 'in', 'inner')}
<bpmn:subProcess id="aside" triggeredByEvent="true"><bpmn:startEvent id="alarm"/></bpmn:subProcess></bpmn:subProcess>`;
  const model = definitions(`<bpmn:process id="p">${sub}<bpmn:boundaryEvent id="late" attachedToRef="sub"/>
<bpmn:task id="remind"/><bpmn:startEvent id="start"/><bpmn:task id="loopA"/><bpmn:task id="loopB"/>
${flow('f1', 'start', 'sub')}${flow('f2', 'late', 'remind')}${flow('f3', 'loopA', 'loopB')}${flow('f4', 'loopB', 'loopA')}${flow('f5', 'remind', 'gone')}
</bpmn:process>`);

  test('stand in reading order without the lists at the elements; what nothing leads to comes last', async () => {
    const { steps } = await judged(model);
    expect(line(steps)).toBe('start sub in inner aside alarm late remind loopA loopB');
    expect(steps.find(({ element }) => element === 'sub')?.next).toEqual(['in', 'aside', 'late']);
    expect(steps.find(({ element }) => element === 'aside')?.kind).toBe('eventSubProcess');
    expect(steps.find(({ element }) => element === 'remind')?.next).toEqual([]);
  });

  test('have each id once, though the file uses it twice', async () => {
    const { steps, problems } = await judged(model.replace('"loopB"', '"loopA"'));
    expect(steps.filter(({ element }) => element === 'loopA')).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toContain('model.idDuplicate');
  });
});
