import { exit, file, flow, formal, row } from './sample.ts';
import type { Case } from './sample.ts';

const task = '<task id="work"/>';
const yes = formal('conditionExpression', '=amount > 3');
const timer = (id: string, kind = 'intermediateCatchEvent'): string =>
  `<${kind} id="${id}"><timerEventDefinition>${formal('timeDuration', 'P1D')}</timerEventDefinition></${kind}>`;
const message =
  '<message id="letter" name="letter"/><interface id="door" name="door"><operation id="post" name="post"><inMessageRef>letter</inMessageRef></operation></interface>';
const awaits = (id: string): string =>
  `<intermediateCatchEvent id="${id}"><messageEventDefinition messageRef="letter"><operationRef>post</operationRef></messageEventDefinition></intermediateCatchEvent>`;

/** A choice between two ways that meet again in the end event. */
const split = (gateway: string, left: string, right: string, more = '', inside = ''): string =>
  `<startEvent id="start"/>${gateway}${left}${right}<endEvent id="end"/>${flow('in', 'start', 'gate')}${flow('toLeft', 'gate', 'left', inside)}${flow('toRight', 'gate', 'right')}${flow('fromLeft', 'left', 'end')}${flow('fromRight', 'right', 'end')}${more}`;
const tasks = ['<task id="left"/>', '<task id="right"/>'] as const;
const eventGate = (left: string, right: string, more = '', attributes = ''): string =>
  file(split(`<eventBasedGateway id="gate" ${attributes}/>`, left, right, more), message);

const sequence: Case[] = [
  ['a straight row', file(row(task)), []],
  [
    'an element that has no id',
    file(row(task) + '<task/>'),
    ['process id-missing', 'process node-incoming', 'process node-outgoing'],
  ],
  [
    'a flow to an annotation',
    file(row(task) + `<textAnnotation id="note"/>${flow('astray', 'work', 'note')}`),
    ['astray reference-type'],
  ],
  [
    'a flow into a subprocess',
    file(`${row('<subProcess id="part"><task id="inner"/></subProcess>')}${flow('deep', 'start', 'inner')}`),
    ['deep flow-crosses-border'],
  ],
  [
    'a flow that only its source lists',
    file(row('<task id="work"><outgoing>flow1</outgoing></task>')),
    ['flow1 flow-lists'],
  ],
  [
    'a flow that is listed by somebody else',
    file(row('<task id="work"><incoming>flow1</incoming></task>')),
    ['work flow-lists'],
  ],
  [
    'a flow that is not immediate',
    file(row(task).replace('id="flow0"', 'id="flow0" isImmediate="false"')),
    ['flow0 flow-immediate'],
  ],
  [
    'a drawing with a flow that is not immediate',
    file(row(task).replace('id="flow0"', 'id="flow0" isImmediate="false"'), '', ''),
    [],
  ],
  [
    'a condition on the only way',
    file(row(task).replace('targetRef="end">', `targetRef="end">${yes}`)),
    ['work condition-alone'],
  ],
  [
    'a condition after a parallel gateway',
    file(split('<parallelGateway id="gate"/>', ...tasks, '', yes)),
    ['toLeft condition-source'],
  ],
  [
    'a condition after an exclusive gateway',
    file(split('<exclusiveGateway id="gate" default="toRight"/>', ...tasks, '', yes)),
    [],
  ],
  [
    'a default flow of somebody else',
    file(split('<exclusiveGateway id="gate" default="fromLeft"/>', ...tasks, '', yes)),
    ['gate default-flow-foreign'],
  ],
  ['a task that nothing leads to', file(`${row(task)}<task id="island"/>${exit('island')}`), ['island node-incoming']],
  [
    'a task that leads nowhere',
    file(`${row(task)}<task id="pit"/>${flow('toPit', 'work', 'pit')}`),
    ['pit node-outgoing'],
  ],
  [
    'an end without a start',
    file(`${task}<endEvent id="end"/>${flow('f', 'work', 'end')}`),
    ['process end-without-start'],
  ],
  [
    'a start without an end',
    file(`<startEvent id="start"/>${task}${flow('f', 'start', 'work')}`),
    ['process start-without-end'],
  ],
  ['a process of activities alone', file(task), []],
];

const gateways: Case[] = [
  [
    'a gateway that says it joins but splits',
    file(split('<parallelGateway id="gate" gatewayDirection="Converging"/>', ...tasks)),
    ['gate gateway-direction'],
  ],
  [
    'a gateway that says it splits but joins',
    file(split('<parallelGateway id="gate" gatewayDirection="Diverging"/>', ...tasks, flow('back', 'left', 'gate'))),
    ['gate gateway-direction'],
  ],
  [
    'a gateway that says it does both',
    file(split('<parallelGateway id="gate" gatewayDirection="Mixed"/>', ...tasks)),
    ['gate gateway-direction'],
  ],
  [
    'a gateway that says what it does',
    file(split('<parallelGateway id="gate" gatewayDirection="Diverging"/>', ...tasks)),
    [],
  ],
  ['a gateway that neither splits nor joins', file(row('<exclusiveGateway id="gate"/>')), ['gate gateway-flows']],
  ['an event gateway before two events', eventGate(timer('left'), awaits('right')), []],
  [
    'an event gateway with one way on',
    file(`${row(task, '<eventBasedGateway id="gate"/>', timer('left'))}${flow('back', 'work', 'gate')}`),
    ['gate event-gateway-outgoing'],
  ],
  ['an event gateway before a task', eventGate(timer('left'), '<task id="right"/>'), ['gate event-gateway-target']],
  [
    'an event gateway before a receive task and a message',
    eventGate('<receiveTask id="left"/>', awaits('right')),
    ['gate event-gateway-mixed'],
  ],
  [
    'an event gateway before a task with a boundary event',
    eventGate(
      '<receiveTask id="left"/>',
      timer('right'),
      `${timer('late', 'boundaryEvent').replace('id="late"', 'id="late" attachedToRef="left"')}${exit('late')}`,
    ),
    ['gate event-gateway-boundary'],
  ],
  [
    'another way to what an event gateway waits for',
    eventGate(timer('left'), timer('right'), flow('other', 'start', 'left')),
    ['gate event-gateway-join'],
  ],
  [
    'an event gateway that starts with a timer',
    eventGate(timer('left'), awaits('right'), '', 'instantiate="true"'),
    ['gate event-gateway-start'],
  ],
  [
    'an event gateway that starts with messages',
    eventGate(awaits('left'), awaits('right'), '', 'instantiate="true"'),
    [],
  ],
];

export const flowCases = { sequence, gateways };
