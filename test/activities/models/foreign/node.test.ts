import { describe, expect, test } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { elements } from '../../../../activities/models/element.ts';
import { convert, find, modelOf } from './converting.ts';

describe('after the conversion', () => {
  test('nothing of the other engine is left, and a task that evaluates is a script task wherever it is named', async () => {
    const { root } = await convert(
      modelOf(
        `<bpmn:laneSet id="l"><bpmn:lane id="lane"><bpmn:flowNodeRef>x</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
        <bpmn:startEvent id="s" camunda:asyncBefore="true"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent>
        <bpmn:serviceTask id="x" name="Count" camunda:expression="\${a + 1}" camunda:resultVariable="r"><bpmn:incoming>f</bpmn:incoming><bpmn:outgoing>g</bpmn:outgoing></bpmn:serviceTask>
        <bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:errorEventDefinition id="e"/></bpmn:boundaryEvent>
        <bpmn:endEvent id="z"><bpmn:extensionElements><camunda:properties><camunda:property name="n" value="v"/></camunda:properties></bpmn:extensionElements></bpmn:endEvent>
        <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x"/><bpmn:sequenceFlow id="g" sourceRef="x" targetRef="z"/>`,
      ),
    );
    const { xml } = await new BpmnModdle().toXML(root, { format: true });
    expect(xml.replace(/xmlns:camunda="[^"]+"/, '')).not.toContain('camunda:');
    expect(xml).toContain('<bpmn:scriptTask id="x" name="Count">');
    const script = find(root, 'x');
    const referring = [
      find(root, 'f')?.get?.('targetRef'),
      find(root, 'g')?.get?.('sourceRef'),
      find(root, 'b')?.get?.('attachedToRef'),
    ];
    expect(referring.every((each) => each === script)).toBe(true);
    expect(find(root, 'lane')?.get?.('flowNodeRef')).toEqual([script]);
    expect(elements(script ?? root, 'outgoing').map(({ id }) => id)).toEqual(['g']);
  });
});
