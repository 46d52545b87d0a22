import { describe, expect, test } from '@jest/globals';
import { convert, extensionsOf, input, io, modelOf, output, within } from './converting.ts';

describe('what another engine says exactly is said in zeebe’s words', () => {
  test.each<[string, string, string[]]>([
    ['an assignee', within('userTask', 'camunda:assignee="demo"'), ['AssignmentDefinition assignee=demo']],
    ['an expression', within('userTask', 'camunda:assignee="${clerk}"'), ['AssignmentDefinition assignee==clerk']],
    [
      'candidates',
      within('userTask', 'camunda:candidateGroups="a,b" camunda:candidateUsers="u"'),
      ['AssignmentDefinition candidateGroups=a,b candidateUsers=u'],
    ],
    [
      'candidates known later',
      within('userTask', 'camunda:candidateGroups="${groups}"'),
      [
        'AssignmentDefinition candidateGroups==if groups instance of string then split(groups, "\\s*,\\s*") else groups',
      ],
    ],
    [
      'dates',
      within('userTask', 'camunda:dueDate="P7D" camunda:followUpDate="${on}"'),
      ['TaskSchedule dueDate=P7D followUpDate==on'],
    ],
    ['a priority', within('userTask', 'camunda:priority="50"'), ['PriorityDefinition priority=50']],
    [
      'a form',
      within('userTask', 'camunda:formRef="check" camunda:formRefBinding="latest"'),
      ['FormDefinition formId=check'],
    ],
    ['the key of a form', within('userTask', 'camunda:formKey="check"'), ['FormDefinition formId=check']],
    ['a topic', within('serviceTask', 'camunda:type="external" camunda:topic="mail"'), ['TaskDefinition type=mail']],
    [
      'attempts',
      within(
        'sendTask',
        'camunda:type="external" camunda:topic="mail"',
        '<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>',
      ),
      ['TaskDefinition type=mail retries=5', 'TaskHeaders (Header key=retryBackoff value=PT1M)'],
    ],
    [
      'an input',
      within('userTask', '', io(input('a', '${b.c}') + input('t', 'text') + input('n', ''))),
      ['IoMapping (Input source==b.c target=a) (Input source=="text" target=t) (Input source==null target=n)'],
    ],
    [
      'a list and a map',
      within(
        'task',
        '',
        io(
          input(
            'l',
            '<camunda:list><camunda:value>1</camunda:value><camunda:script scriptFormat="feel">1 + 1</camunda:script></camunda:list>',
          ) + output('m', '<camunda:map><camunda:entry key="k">${v}</camunda:entry></camunda:map>'),
        ),
      ),
      ['IoMapping (Input source==["1", 1 + 1] target=l) (Output source=={ "k": v } target=m)'],
    ],
    [
      'properties',
      within('task', '', '<camunda:properties><camunda:property name="n" value="v"/></camunda:properties>'),
      ['Properties (Property name=n value=v)'],
    ],
    [
      'a call',
      within(
        'callActivity',
        'calledElement="other" camunda:calledElementBinding="latest"',
        '<camunda:in businessKey="#{execution.processBusinessKey}"/><camunda:in source="a" target="b"/><camunda:in sourceExpression="${a + 1}" target="c"/><camunda:out variables="all"/>',
      ),
      [
        'CalledElement processId=other propagateAllParentVariables=false propagateAllChildVariables=true',
        'IoMapping (Input source==a target=b) (Input source==a + 1 target=c)',
      ],
    ],
    [
      'a decision of one value',
      within(
        'businessRuleTask',
        'camunda:decisionRef="single" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="r"',
      ),
      ['CalledDecision decisionId=single resultVariable=r'],
    ],
    [
      'a decision of several',
      within(
        'businessRuleTask',
        'camunda:decisionRef="pair" camunda:mapDecisionResult="singleResult" camunda:resultVariable="r"',
      ),
      ['CalledDecision decisionId=pair resultVariable=r'],
    ],
    [
      'a decision that collects',
      within(
        'businessRuleTask',
        'camunda:decisionRef="many" camunda:mapDecisionResult="collectEntries" camunda:resultVariable="r"',
      ),
      ['CalledDecision decisionId=many resultVariable=r'],
    ],
    [
      'a decision that sums, and whose result is kept beside a mapping',
      within(
        'businessRuleTask',
        'camunda:decisionRef="total" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="r"',
        io(output('o', '${r}')),
      ),
      [
        'IoMapping (Output source==r target=r) (Output source==r target=o)',
        'CalledDecision decisionId=total resultVariable=r',
      ],
    ],
    [
      'a script',
      within('scriptTask', 'scriptFormat="feel" camunda:resultVariable="r"', '', '<bpmn:script>a + 1</bpmn:script>'),
      ['Script expression==a + 1 resultVariable=r'],
    ],
    [
      'a script in JUEL',
      within('scriptTask', 'scriptFormat="juel" camunda:resultVariable="r"', '', '<bpmn:script>${a + 1}</bpmn:script>'),
      ['Script expression==a + 1 resultVariable=r'],
    ],
    [
      'an expression',
      within('serviceTask', 'camunda:expression="${a.size()}" camunda:resultVariable="r"'),
      ['Script expression==if a instance of context then count(get entries(a)) else count(a) resultVariable=r'],
    ],
    [
      'iterations',
      within(
        'task',
        '',
        '',
        '<bpmn:multiInstanceLoopCharacteristics camunda:collection="xs" camunda:elementVariable="x"/>',
      ),
      ['LoopCharacteristics inputCollection==xs inputElement=x'],
    ],
    [
      'what makes no difference',
      within('task', 'camunda:asyncBefore="true" camunda:exclusive="false" camunda:jobPriority="3"'),
      [],
    ],
  ])('%s', async (_, element, extensions) => {
    const { root, problems } = await convert(modelOf(element));
    expect(problems).toEqual([]);
    expect(extensionsOf(root, 'x').sort()).toEqual(extensions.sort());
  });

  test.each([
    'http://camunda.org/schema/1.0/bpmn',
    'http://operaton.org/schema/1.0/bpmn',
    'http://flowable.org/bpmn',
    'http://activiti.org/bpmn',
  ])('under the name space %s', async (uri) => {
    const { root } = await convert(modelOf(within('userTask', 'camunda:assignee="demo"'), '', uri));
    expect(extensionsOf(root, 'x')).toEqual(['AssignmentDefinition assignee=demo']);
  });

  test('a message event that an external task sends names its handler', async () => {
    const { root, problems } = await convert(
      modelOf(
        '<bpmn:endEvent id="x"><bpmn:messageEventDefinition id="m" camunda:type="external" camunda:topic="mail"/></bpmn:endEvent>',
      ),
    );
    expect(problems).toEqual([]);
    expect(extensionsOf(root, 'x')).toEqual(['TaskDefinition type=mail']);
  });

  test('a call in a file of no other engine passes what it passes', async () => {
    const { root, problems } = await convert(
      modelOf('<bpmn:callActivity id="x" calledElement="other"/>', '', 'http://example.com/unheard'),
    );
    expect(problems).toEqual([]);
    expect(extensionsOf(root, 'x')).toEqual(['CalledElement processId=other']);
  });

  test('what the model says in zeebe’s words already stays', async () => {
    const zeebe = '<zeebe:assignmentDefinition xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" assignee="own"/>';
    const { root } = await convert(modelOf(within('userTask', 'camunda:assignee="demo"', zeebe)));
    expect(extensionsOf(root, 'x')).toEqual(['AssignmentDefinition assignee=own']);
  });
});
