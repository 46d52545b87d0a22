import { describe, expect, test } from '@jest/globals';
import { convert, input, io, modelOf, output, within } from './converting.ts';

describe('what is not exact is refused with element, attribute and reason', () => {
  const java = 'code in Java does not run here; name a registered handler';
  const listener = 'listeners do not run here; draw what they do';
  const other = 'an output mapping would keep back all else that the element is given';
  test.each<[string, string[]]>([
    [within('serviceTask', 'camunda:class="com.example.Mail"'), [`x class: ${java}`]],
    [within('serviceTask', 'camunda:delegateExpression="${mail}"'), [`x delegateExpression: ${java}`]],
    [
      within('serviceTask', 'camunda:expression="${mail.send(x)}" camunda:resultVariable="r"'),
      ['x expression: the method send has no FEEL at character 8'],
    ],
    [within('serviceTask', 'camunda:expression="${a + 1}"'), ['x expression: nothing takes its result']],
    [within('serviceTask', 'camunda:type="mail"'), ['x type: the kind mail does not run here']],
    [
      within('serviceTask', 'camunda:type="external" camunda:topic="${t}"'),
      ['x topic: it has to be known when the model is deployed'],
    ],
    [
      within('serviceTask', 'camunda:type="external" camunda:topic="t"', io(output('o', '${r}'))),
      [`x outputParameter o: ${other}`],
    ],
    [
      within(
        'serviceTask',
        'camunda:type="external" camunda:topic="t"',
        '<camunda:failedJobRetryTimeCycle>PT1M,PT2M</camunda:failedJobRetryTimeCycle>',
      ),
      ['x failedJobRetryTimeCycle: PT1M,PT2M is no number of attempts with a pause'],
    ],
    [
      within(
        'serviceTask',
        '',
        '<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>',
      ),
      ['x connector: connectors do not run here; name a registered handler'],
    ],
    [
      within(
        'userTask',
        '',
        '<camunda:taskListener event="create" class="L"/><camunda:taskListener event="end" class="L"/>',
      ),
      [`x taskListener: ${listener}`],
    ],
    [
      within('task', '', '<camunda:executionListener event="start" expression="${a}"/>'),
      [`x executionListener: ${listener}`],
    ],
    [
      within('userTask', 'camunda:formKey="embedded:app:forms/x.html"'),
      ['x formKey: the form embedded:app:forms/x.html is not one of this model'],
    ],
    [
      within('userTask', 'camunda:formRef="f" camunda:formRefBinding="version" camunda:formRefVersion="2"'),
      ['x formRefBinding: the form is the one deployed with the model'],
    ],
    [
      within('userTask', '', '<camunda:formData><camunda:formField id="a"/></camunda:formData>'),
      ['x formData: a form is a file of its own here'],
    ],
    [within('userTask', 'camunda:assignee="${bean.who()}"'), ['x assignee: the method who has no FEEL at character 8']],
    [within('userTask', '', io(output('o', '${a}'))), [`x outputParameter o: ${other}`]],
    [within('task', '', io(input('a-b', '1'))), ['x inputParameter a-b: it has no name that a variable can have']],
    [
      within('task', '', io(input('a', '<camunda:script scriptFormat="groovy">1</camunda:script>'))),
      ['x inputParameter a: the language groovy does not run here'],
    ],
    [
      within('task', '', io(input('a', '<camunda:script scriptFormat="feel" resource="a.feel"/>'))),
      ['x inputParameter a: a script in another file'],
    ],
    [within('startEvent', 'camunda:initiator="who"'), ['x initiator: it has no counterpart here']],
    [
      within(
        'callActivity',
        'calledElement="o" camunda:calledElementBinding="version" camunda:calledElementVersion="2"',
      ),
      ['x calledElementBinding: a call goes to the newest version, not to a version'],
    ],
    [within('callActivity', 'calledElement="o" camunda:variableMappingClass="M"'), [`x variableMappingClass: ${java}`]],
    [
      within('callActivity', 'calledElement="o"', '<camunda:in source="a" target="b" local="true"/>'),
      ['x in: variables of one element only are not passed'],
    ],
    [
      within('businessRuleTask', 'camunda:decisionRef="single" camunda:resultVariable="r"'),
      ['x mapDecisionResult: resultList is not what this decision gives here'],
    ],
    [
      within(
        'businessRuleTask',
        'camunda:decisionRef="single" camunda:mapDecisionResult="singleResult" camunda:resultVariable="r"',
      ),
      ['x mapDecisionResult: singleResult is not what this decision gives here'],
    ],
    [
      within(
        'businessRuleTask',
        'camunda:decisionRef="many" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="r"',
      ),
      ['x mapDecisionResult: singleEntry is not what this decision gives here'],
    ],
    [
      within('businessRuleTask', 'camunda:decisionRef="single" camunda:mapDecisionResult="singleEntry"'),
      ['x decisionRef: nothing takes its result'],
    ],
    [
      within(
        'businessRuleTask',
        'camunda:decisionRef="single" camunda:decisionRefBinding="version" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="r"',
      ),
      ['x decisionRefBinding: the decision is the one deployed with the model'],
    ],
    [
      within('scriptTask', 'scriptFormat="javascript" camunda:resultVariable="r"', '', '<bpmn:script>1</bpmn:script>'),
      ['x script: the language javascript does not run here'],
    ],
    [
      within('scriptTask', 'scriptFormat="groovy" camunda:resource="deployment://a.groovy"'),
      ['x resource: a script in another file'],
    ],
    [
      within('scriptTask', 'scriptFormat="juel"', '', '<bpmn:script>${a + 1}</bpmn:script>'),
      ['x script: nothing takes its result'],
    ],
    [
      within('endEvent', '', '', '<bpmn:errorEventDefinition id="e" camunda:errorCodeVariable="c"/>'),
      ['x errorCodeVariable: it has no counterpart here'],
    ],
    [within('task', 'camunda:neverHeardOf="1"'), ['x neverHeardOf: it has no counterpart here']],
    [
      '<bpmn:task id="a"/><bpmn:sequenceFlow id="x" sourceRef="a" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="javascript">a</bpmn:conditionExpression></bpmn:sequenceFlow>',
      ['x conditionExpression: the language javascript does not run here'],
    ],
    [
      '<bpmn:task id="a"/><bpmn:sequenceFlow id="x" sourceRef="a" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" camunda:resource="a.js"/></bpmn:sequenceFlow>',
      ['x resource: a script in another file'],
    ],
  ])('%s', async (element, refused) => {
    expect((await convert(modelOf(element))).refused).toEqual(refused);
  });

  test('variables of a call, all of them beside some by name', async () => {
    const out = '<camunda:out variables="all"/><camunda:out source="a" target="b"/>';
    const { refused } = await convert(
      modelOf(within('callActivity', 'calledElement="o"', out + io(input('i', '1') + output('o', '1')))),
    );
    expect(refused).toEqual([
      'x out: all variables beside some by name',
      'x inputParameter i: it would be passed to the process called',
      'x outputParameter o: an output mapping would keep back all else that the element is given',
    ]);
  });

  test('a message whose name shows only when it runs', async () => {
    const { refused } = await convert(modelOf('', '<bpmn:message id="m" name="m-${id}"/>'));
    expect(refused).toEqual(['m name: it has to be known when the model is deployed']);
  });
});
