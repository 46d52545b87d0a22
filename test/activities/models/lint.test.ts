import { describe, expect, test } from '@jest/globals';
import { lintModel } from '../../../activities/models/lint.ts';
import { parseModel } from '../../../activities/models/parse.ts';
import { rules } from '../../../activities/models/rules/index.ts';
import { extended, modelXml, rowXml } from './model-xml.ts';

const lint = async (xml: string): Promise<string[]> => {
  const model = await parseModel(xml);
  if (!model.ok) throw new Error(`Expected a model but ${JSON.stringify(model)}`);
  const problems = await lintModel(model.value.definitions, {
    forms: ['check'],
    documents: [
      {
        id: 'decision',
        title: { pl: 'Decyzja', en: 'Decision', uk: 'Рішення' },
        template: 'decision.typ',
        signatures: [{ field: 'clerk', label: { pl: 'u', en: 'c', uk: 'c' }, order: 1 }],
      },
    ],
    stages: ['school'],
    handlers: ['makeDocument', 'notifyApplicant'],
    decisions: ['eligibility'],
    roles: ['clerk@department', 'secretary@unit'],
  });
  return problems.map(({ at, code }) => `${at} ${code.replace('model.', '')}`);
};

const task = (extensions: string): string =>
  rowXml([
    extended(
      'userTask',
      'check',
      `<zeebe:formDefinition formId="check"/><zeebe:assignmentDefinition candidateGroups="clerk@department, secretary@unit"/>${extensions}`,
    ),
  ]);
const catching = (definition: string): string =>
  rowXml([`<bpmn:intermediateCatchEvent id="wait" name="Wait">${definition}</bpmn:intermediateCatchEvent>`]);
const timer = (kind: string, value: string): string =>
  catching(
    `<bpmn:timerEventDefinition id="t"><bpmn:${kind} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">${value}</bpmn:${kind}></bpmn:timerEventDefinition>`,
  );
const split = (attributes: string, condition: string): string =>
  modelXml(`<bpmn:startEvent id="start" name="S"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>
<bpmn:exclusiveGateway id="choose" name="?" ${attributes}><bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing></bpmn:exclusiveGateway>
<bpmn:endEvent id="yes" name="Y"><bpmn:incoming>f1</bpmn:incoming></bpmn:endEvent><bpmn:endEvent id="no" name="N"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="choose"/><bpmn:sequenceFlow id="f2" sourceRef="choose" targetRef="no"/>
<bpmn:sequenceFlow id="f1" name="yes" sourceRef="choose" targetRef="yes"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`);

const message = '<bpmn:message id="m" name="odwolanie"/>';

describe('a sound model has no problem', () => {
  test.each([
    [
      'a task with form, roles, stage and signature',
      task('<obieg:stage id="school"/><obieg:signature document="decision" field="clerk"/>'),
    ],
    [
      'a handler that makes a known document',
      rowXml([
        extended(
          'serviceTask',
          'make',
          '<zeebe:taskDefinition type="makeDocument"/><zeebe:taskHeaders><zeebe:header key="document" value="decision"/></zeebe:taskHeaders>',
        ),
      ]),
    ],
    [
      'a decision',
      rowXml([
        extended(
          'businessRuleTask',
          'rule',
          '<zeebe:calledDecision decisionId="eligibility" resultVariable="eligibility"/>',
        ),
      ]),
    ],
    ['a choice with default flow', split('default="f2"', '=income &gt; 3')],
    [
      'a task for the role of its lane',
      modelXml(`<bpmn:laneSet id="lanes"><bpmn:lane id="desk" name="Desk"><bpmn:extensionElements><obieg:role id="clerk@department"/></bpmn:extensionElements><bpmn:flowNodeRef>check</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="start" name="S"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="check"/>
<bpmn:userTask id="check" name="Check"><bpmn:extensionElements><zeebe:formDefinition formId="check"/></bpmn:extensionElements><bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing></bpmn:userTask>
<bpmn:sequenceFlow id="f1" sourceRef="check" targetRef="end"/><bpmn:endEvent id="end" name="E"><bpmn:incoming>f1</bpmn:incoming></bpmn:endEvent>`),
    ],
    ['a duration', timer('timeDuration', 'P14D')],
    ['a computed date', timer('timeDate', '=kpaTerm(deliveredOn, "P14D")')],
  ])('%s', async (_, xml) => {
    expect(await lint(xml)).toEqual([]);
  });
});

describe('each rule names the element that breaks it', () => {
  const cases: [rule: string, what: string, xml: string, found: string[]][] = [
    [
      'known-form',
      'a task without form',
      rowXml([extended('userTask', 'check', '<zeebe:assignmentDefinition candidateGroups="clerk@department"/>')]),
      ['check known-form'],
    ],
    ['known-form', 'a form nobody wrote', task('').replace('formId="check"', 'formId="other"'), ['check known-form']],
    [
      'candidate-role',
      'a task for nobody',
      rowXml([extended('userTask', 'check', '<zeebe:formDefinition formId="check"/>')]),
      ['check candidate-role'],
    ],
    [
      'candidate-role',
      'a role that does not exist',
      task('').replace('secretary@unit', 'king@unit'),
      ['check candidate-role'],
    ],
    [
      'registered-handler',
      'an unknown handler',
      rowXml([extended('serviceTask', 'pay', '<zeebe:taskDefinition type="pay"/>')]),
      ['pay registered-handler'],
    ],
    [
      'registered-handler',
      'a send task without handler',
      rowXml(['<bpmn:sendTask id="send" name="Send"/>']),
      ['send registered-handler'],
    ],
    ['default-flow', 'a choice that may fit nobody', split('', '=a'), ['choose default-flow', 'f2 conditional-flows']],
    [
      'known-decision',
      'a decision nobody wrote',
      rowXml([extended('businessRuleTask', 'rule', '<zeebe:calledDecision decisionId="x" resultVariable="x"/>')]),
      ['rule known-decision'],
    ],
    [
      'known-decision',
      'a rule without decision',
      rowXml(['<bpmn:businessRuleTask id="rule" name="R"/>']),
      ['rule known-decision'],
    ],
    ['known-stage', 'a stage parents do not know', task('<obieg:stage id="court"/>'), ['check known-stage']],
    [
      'known-document',
      'a document nobody planned',
      rowXml([extended('serviceTask', 'make', '<zeebe:taskDefinition type="makeDocument"/>')]),
      ['make known-document'],
    ],
    [
      'known-document',
      'a signature without its field',
      task('<obieg:signature document="decision" field="king"/>'),
      ['check known-document'],
    ],
    [
      'camel-case-id',
      'an id of a modeler',
      task('')
        .replaceAll('"check" name', '"Activity_0x1" name')
        .replaceAll('Ref="check"', 'Ref="Activity_0x1"')
        .replaceAll('bpmnElement="check"', 'bpmnElement="Activity_0x1"'),
      ['Activity_0x1 camel-case-id'],
    ],
    ['feel-parses', 'a condition that ends too early', split('default="f2"', '=income &gt;'), ['f1 feel-parses']],
    [
      'feel-parses',
      'a broken mapping',
      task('<zeebe:ioMapping><zeebe:input source="=1 +" target="a"/></zeebe:ioMapping>'),
      ['check feel-parses'],
    ],
    ['timer-parses', 'a duration in words', timer('timeDuration', '14 days'), ['wait timer-parses']],
    ['timer-parses', 'a date that does not exist', timer('timeDate', '2026-13-01'), ['wait timer-parses']],
    [
      'timer-parses',
      'a timer that says nothing',
      catching('<bpmn:timerEventDefinition id="t"/>'),
      ['wait timer-parses'],
    ],
    [
      'message-named',
      'waiting for anything',
      catching('<bpmn:messageEventDefinition id="m1"/>'),
      ['wait message-named'],
    ],
    [
      'reachable',
      'a ring that nobody enters',
      task('')
        .replace(
          '</bpmn:process>',
          `<bpmn:task id="left" name="L"><bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>a</bpmn:outgoing></bpmn:task><bpmn:task id="right" name="R"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:task><bpmn:sequenceFlow id="a" sourceRef="left" targetRef="right"/><bpmn:sequenceFlow id="b" sourceRef="right" targetRef="left"/>$&`,
        )
        .replace(
          '</bpmndi:BPMNPlane>',
          ['left', 'right', 'a', 'b']
            .map(
              (id) =>
                `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="0" y="${id.length * 300}" width="9" height="9"/></bpmndi:BPMNShape>`,
            )
            .join('') + '$&',
        ),
      ['left reachable', 'right reachable'],
    ],
  ];
  test.each(cases)('%s: %s', async (_, __, xml, found) => {
    expect((await lint(xml)).sort()).toEqual(found);
  });
  test('no rule goes without a case', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)));
  });
});

test('a named message that is waited for is sound', async () => {
  const xml = rowXml(['<bpmn:receiveTask id="wait" name="Wait" messageRef="m"/>'], message);
  expect(await lint(xml)).toEqual([]);
});

test('the recommended rules of bpmnlint run too', async () => {
  const found = await lint(modelXml('<bpmn:task id="alone" name="Alone"/>'));
  expect(found).toEqual(
    expect.arrayContaining(['sample start-event-required', 'sample end-event-required', 'alone no-disconnected']),
  );
});
