import { describe, expect, test } from '@jest/globals';
import { bodyAt, convert, find, modelOf, partAt } from './converting.ts';

describe('expressions in the standard’s own places', () => {
  const flow = (condition: string): string =>
    `<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
  test.each([
    ['${amount &gt; 1000}', '=amount > 1000'],
    ['amount &gt; 1000 &amp;&amp; ok', '=(amount > 1000) and ok'],
    ['=amount &gt; 1000', '=amount > 1000'],
    ['amount &gt; 1000', 'amount > 1000'],
  ])('the condition %s is %s', async (condition, feel) => {
    const { root, problems } = await convert(modelOf(flow(condition)));
    expect(problems).toEqual([]);
    expect(bodyAt(find(root, 'f'), 'conditionExpression')).toBe(feel);
  });

  test('timers and numbers of iterations', async () => {
    const { root, problems } = await convert(
      modelOf(
        `<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition id="d"><bpmn:timeDuration>PT\${hours}H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
        <bpmn:task id="x"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>\${n}</bpmn:loopCardinality><bpmn:completionCondition>\${nrOfCompletedInstances == 2}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
      ),
    );
    expect(problems).toEqual([]);
    expect(bodyAt(find(root, 'd'), 'timeDuration')).toBe('="PT" + (if hours = null then "" else string(hours)) + "H"');
    const loop = partAt(find(root, 'x'), 'loopCharacteristics');
    expect(bodyAt(loop, 'loopCardinality')).toBe('=n');
    expect(bodyAt(loop, 'completionCondition')).toBe('=nrOfCompletedInstances = 2');
  });
});
