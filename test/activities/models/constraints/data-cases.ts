import { file, formal, row, inXPath } from './sample.ts';
import type { Case } from './sample.ts';

const beside =
  '<itemDefinition id="text" structureRef="string"/><itemDefinition id="alsoText" structureRef="string"/><itemDefinition id="count" structureRef="integer"/><itemDefinition id="texts" structureRef="string" isCollection="true"/><message id="letter" itemRef="text"/><message id="answer" itemRef="count"/><interface id="door" name="door"><operation id="post" name="post"><inMessageRef>letter</inMessageRef><outMessageRef>answer</outMessageRef></operation></interface><signal id="bell" structureRef="count"/>';

const input = (id: string, item: string, attributes = ''): string =>
  `<dataInput id="${id}" ${item && `itemSubjectRef="${item}"`} ${attributes}/>`;
const output = (id: string, item: string, attributes = ''): string =>
  input(id, item, attributes).replace('dataInput', 'dataOutput');
const refs = (kind: string, ids: string[]): string => ids.map((id) => `<${kind}>${id}</${kind}>`).join('');
const inputSet = (...ids: string[]): string => `<inputSet>${refs('dataInputRefs', ids)}</inputSet>`;
const outputSet = (...ids: string[]): string => `<outputSet>${refs('dataOutputRefs', ids)}</outputSet>`;
const io = (inside: string): string => `<ioSpecification>${inside}</ioSpecification>`;
const model = (body: string, rest = ''): string => file(body, beside + rest);
const doing = (type: string, inside: string, attributes = '', more = ''): string =>
  model(row(`<${type} id="work" ${attributes}>${inside}</${type}>`) + more);

const takes = (item: string): string => io(input('in', item) + inputSet('in') + outputSet());
const gives = (item: string): string => io(output('out', item) + inputSet() + outputSet('out'));
const both = (given: string, taken: string): string =>
  io(input('in', given) + output('out', taken) + inputSet('in') + outputSet('out'));

const exchanges: Case[] = [
  [
    'a service task with the data of its operation',
    doing('serviceTask', both('alsoText', 'count'), 'operationRef="post"'),
    [],
  ],
  ['a service task without data', doing('serviceTask', '', 'operationRef="post"'), ['work service-data']],
  [
    'a service task with other data',
    doing('serviceTask', both('text', 'text'), 'operationRef="post"'),
    ['work service-data'],
  ],
  ['a send task with its message', doing('sendTask', takes('text'), 'messageRef="letter"'), []],
  ['a send task with another message', doing('sendTask', takes('count'), 'messageRef="letter"'), ['work send-data']],
  [
    'a receive task with two outputs',
    doing(
      'receiveTask',
      io(output('a', 'text') + output('b', 'text') + inputSet() + outputSet('a', 'b')),
      'messageRef="letter"',
    ),
    ['work receive-data'],
  ],
  [
    'a call that gives what is taken',
    file(
      row(`<callActivity id="call" calledElement="sub">${takes('text')}</callActivity>`),
      `${beside}<globalTask id="sub">${io(input('subIn', 'alsoText') + inputSet('subIn') + outputSet())}</globalTask>`,
    ),
    [],
  ],
  [
    'a call that gives what nobody takes',
    file(
      row(`<callActivity id="call" calledElement="sub">${takes('text')}</callActivity>`),
      `${beside}<globalTask id="sub"/>`,
    ),
    ['call called-data'],
  ],
  [
    'an interface bound to nothing',
    model(row(), '<globalTask id="sub"><supportedInterfaceRef>door</supportedInterfaceRef></globalTask>'),
    ['sub interface-binding'],
  ],
  [
    'an interface bound to other data',
    model(
      row(),
      `<globalTask id="sub"><supportedInterfaceRef>door</supportedInterfaceRef>${both('text', 'text').replace('<inputSet>', '<inputSet id="ins">').replace('<outputSet>', '<outputSet id="outs">')}<ioBinding operationRef="post" inputDataRef="ins" outputDataRef="outs"/></globalTask>`,
    ),
    ['sub binding-data'],
  ],
];

const object =
  '<dataObject id="object" itemSubjectRef="text"/><dataObjectReference id="shown" dataObjectRef="object"/>';
const brings = (to: string, inside = '', from = '<sourceRef>shown</sourceRef>'): string =>
  `<dataInputAssociation id="line">${from}<targetRef>${to}</targetRef>${inside}</dataInputAssociation>`;
const processData = (inside: string): string => model(io(inside) + row());
const event = (data: string): string =>
  model(
    row(`<intermediateThrowEvent id="event">${data}<signalEventDefinition signalRef="bell"/></intermediateThrowEvent>`),
  );

const data: Case[] = [
  ['data that reach a task', doing('task', takes('text') + brings('in'), '', object), []],
  ['a collection that says it is none', doing('task', takes('texts')), ['in collection-mismatch']],
  ['an input in no set', processData(input('in', 'text') + inputSet() + outputSet()), ['process input-set']],
  ['an output in no set', processData(output('out', 'text') + inputSet() + outputSet()), ['process output-set']],
  [
    'an optional input that is not in the set',
    processData(
      input('in', 'text') +
        input('extra', 'text') +
        `<inputSet>${refs('dataInputRefs', ['in'])}<optionalInputRefs>extra</optionalInputRefs></inputSet>${inputSet('extra')}${outputSet()}`,
    ),
    ['process optional-data'],
  ],
  [
    'a set that is not named in return',
    processData(
      `${input('in', 'text')}<inputSet id="ins"><dataInputRefs>in</dataInputRefs><outputSetRefs>outs</outputSetRefs></inputSet><outputSet id="outs"/>`,
    ),
    ['process set-pair'],
  ],
  [
    'data into an input of the process',
    model(
      io(input('given', 'text') + inputSet('given') + outputSet()) +
        row(
          `<task id="work">${gives('text')}<dataOutputAssociation id="line"><sourceRef>out</sourceRef><targetRef>given</targetRef></dataOutputAssociation></task>`,
        ),
    ),
    ['line association-direction'],
  ],
  [
    'data from two sources',
    doing(
      'task',
      takes('text') + brings('in', '', '<sourceRef>shown</sourceRef><sourceRef>second</sourceRef>'),
      '',
      `${object}<dataObjectReference id="second" dataObjectRef="object"/>`,
    ),
    ['line association-sources'],
  ],
  ['data of another kind', doing('task', takes('count') + brings('in'), '', object), ['line association-item']],
  [
    'data of another kind that are transformed',
    doing('task', takes('count') + brings('in', formal('transformation', '=1')), '', object),
    [],
  ],
  ['an event with the data of its signal', event(input('in', 'count') + inputSet('in')), []],
  ['an event with other data', event(input('in', 'text') + inputSet('in')), ['event event-data']],
  [
    'a state that the name leaves out',
    model(
      `${row()}<dataObject id="object" name="Application"/><dataObjectReference id="shown" name="Application" dataObjectRef="object"><dataState name="signed"/></dataObjectReference>`,
    ),
    ['shown data-state-name'],
  ],
];

const multi = (inside: string): string =>
  `<multiInstanceLoopCharacteristics>${inside}</multiInstanceLoopCharacteristics>`;
const adHoc = (inside: string): string => doing('adHocSubProcess', inside);

const activities: Case[] = [
  [
    'a public process that is to run',
    file(row(), '', 'isExecutable="true" processType="Public"'),
    ['process process-public'],
  ],
  ['a task that takes no token', doing('task', '', 'startQuantity="0"'), ['work token-quantity']],
  [
    'a text of no format',
    doing('task', '<documentation id="words" textFormat="plain">a</documentation>'),
    ['words text-format'],
  ],
  ['a script of no format', doing('scriptTask', '<script>1</script>', 'scriptFormat="plain"'), ['work script-format']],
  ['a script in FEEL', doing('scriptTask', '<script>=1</script>', 'scriptFormat="feel"'), []],
  [
    'a receive task that starts the process in its middle',
    doing('receiveTask', '', 'instantiate="true"'),
    ['work receive-instantiate'],
  ],
  ['an ad-hoc subprocess', adHoc('<task id="inside"/>'), []],
  ['an ad-hoc subprocess of nothing', adHoc(''), ['work ad-hoc-empty']],
  [
    'an ad-hoc subprocess with a start',
    adHoc(
      '<task id="inside"/><startEvent id="inStart"/><endEvent id="inEnd"/><sequenceFlow id="a" sourceRef="inStart" targetRef="inside"/><sequenceFlow id="b" sourceRef="inside" targetRef="inEnd"/>',
    ),
    ['work ad-hoc-content'],
  ],
  ['a subprocess with data of its own', doing('subProcess', takes('text')), ['work subprocess-data']],
  [
    'a loop of less than nothing',
    doing('task', '<standardLoopCharacteristics loopMaximum="-1"/>'),
    ['work loop-maximum'],
  ],
  ['many instances of no number', doing('task', multi('')), ['work multi-instance-count']],
  [
    'many instances that an extension counts',
    doing('task', multi('<extensionElements><z:loop xmlns:z="urn:z"/></extensionElements>')),
    [],
  ],
  [
    'an item of another kind than its collection',
    doing(
      'task',
      `${io(input('in', 'texts', 'isCollection="true"') + inputSet('in') + outputSet())}${multi('<loopDataInputRef>in</loopDataInputRef><inputDataItem id="item" itemSubjectRef="count"/>')}`,
    ),
    ['work multi-instance-item'],
  ],
];

const expressions: Case[] = [
  [
    'a cardinality in words',
    inXPath(doing('task', multi('<loopCardinality>as many as needed</loopCardinality>'))),
    ['work expression-informal'],
  ],
  [
    'an expression that is not marked as formal in a file that names no language of its own',
    doing('task', multi('<loopCardinality>3</loopCardinality>')),
    [],
  ],
  [
    'an empty cardinality',
    doing('task', multi('<loopCardinality xsi:type="tFormalExpression"/>')),
    ['work expression-empty'],
  ],
  [
    'a condition that is a number',
    doing('task', `<standardLoopCharacteristics>${formal('loopCondition', '=3')}</standardLoopCharacteristics>`),
    ['work expression-boolean'],
  ],
  [
    'a language that is no address',
    doing('task', multi('<loopCardinality xsi:type="tFormalExpression" language="my language">3</loopCardinality>')),
    ['work expression-language'],
  ],
  ['a method that is no address', doing('transaction', '', 'method="my method"'), ['work transaction-method']],
];

export const dataCases = { exchanges, data, activities, expressions };
