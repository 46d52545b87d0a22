import { exit, file, flow, formal, row, inXPath } from './sample.ts';
import type { Case } from './sample.ts';

const beside =
  '<message id="letter" name="letter"/><interface id="door" name="door"><operation id="post" name="post"><inMessageRef>letter</inMessageRef></operation></interface><signal id="bell" name="bell"/><error id="fault" errorCode="F1"/><error id="nameless"/><escalation id="alarm" escalationCode="A1"/><timerEventDefinition id="shared"><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition>';
const definitions = {
  message: '<messageEventDefinition messageRef="letter"><operationRef>post</operationRef></messageEventDefinition>',
  timer: `<timerEventDefinition>${formal('timeDuration', 'P1D')}</timerEventDefinition>`,
  signal: '<signalEventDefinition signalRef="bell"/>',
  error: '<errorEventDefinition errorRef="fault"/>',
  escalation: '<escalationEventDefinition escalationRef="alarm"/>',
  cancel: '<cancelEventDefinition/>',
  compensate: '<compensateEventDefinition/>',
  terminate: '<terminateEventDefinition/>',
  conditional: `<conditionalEventDefinition>${formal('condition', '=ready')}</conditionalEventDefinition>`,
};
type Kind = keyof typeof definitions | '';
const event = (type: string, id: string, kind: Kind, attributes = ''): string =>
  `<${type} id="${id}" ${attributes}>${kind && definitions[kind]}</${type}>`;

const inner = (start: string): string =>
  `${start}<endEvent id="innerEnd"/>${flow('innerFlow', 'innerStart', 'innerEnd')}`;
const model = (body: string): string => file(body, beside);
const startedBy = (kind: Kind): string =>
  model(row().replace('<startEvent id="start"/>', event('startEvent', 'start', kind)));
const endingWith = (kind: Kind): string => model(row().replace('<endEvent id="end"/>', event('endEvent', 'end', kind)));
const between = (type: string, kind: Kind): string => model(row(event(type, 'event', kind)));
const caught = (kind: Kind, attributes = '', host = '<task id="work"/>', after = exit('edge')): string =>
  model(`${row(host)}${event('boundaryEvent', 'edge', kind, `attachedToRef="work" ${attributes}`)}${after}`);
const eventSubProcess = (kind: Kind, attributes = '', more = ''): string =>
  model(
    `${row('<task id="work"/>')}<subProcess id="side" triggeredByEvent="true">${inner(event('startEvent', 'innerStart', kind, attributes))}</subProcess>${more}`,
  );
const embedded = (kind: Kind, type = 'subProcess'): string =>
  model(row(`<${type} id="part">${inner(event('startEvent', 'innerStart', kind))}</${type}>`));

const starts: Case[] = [
  ['a start by a message', startedBy('message'), []],
  ['a start by an error', startedBy('error'), ['start start-event-trigger']],
  [
    'a start that something leads to',
    model(`${row('<task id="work"/>')}${flow('back', 'work', 'start')}`),
    ['start start-event-incoming'],
  ],
  [
    'a start that leads nowhere',
    model(
      `<startEvent id="start"/>${row('<task id="work"/>')
        .replace('<startEvent id="start"/>', '')
        .replace(/<sequenceFlow id="flow0".*?sequenceFlow>/, '')}`,
    ),
    ['work node-incoming', 'start node-outgoing', 'start start-event-outgoing'],
  ],
  ['a subprocess with a plain start', embedded(''), []],
  ['a subprocess started by a timer', embedded('timer'), ['innerStart subprocess-start-trigger']],
  ['an event subprocess for an error', eventSubProcess('error'), []],
  [
    'an event subprocess with no start',
    model(`${row()}<subProcess id="side" triggeredByEvent="true"><task id="inside"/></subProcess>`),
    ['side event-subprocess-start'],
  ],
  ['an event subprocess with a plain start', eventSubProcess(''), ['innerStart event-subprocess-trigger']],
  ['an event subprocess for a cancellation', eventSubProcess('cancel'), ['innerStart event-subprocess-trigger']],
  [
    'an event subprocess for an error that goes on',
    eventSubProcess('error', 'isInterrupting="false"'),
    ['innerStart event-subprocess-interrupting'],
  ],
  [
    'a flow into an event subprocess',
    eventSubProcess('error', '', flow('into', 'work', 'side')),
    ['side event-subprocess-flows'],
  ],
  [
    'a call of a process that only a message starts',
    file(
      row('<callActivity id="call" calledElement="other"/>'),
      `${beside}<process id="other" isExecutable="true">${inner(event('startEvent', 'innerStart', 'message'))}</process>`,
    ),
    ['call called-start-trigger'],
  ],
];

const ends: Case[] = [
  ['an end that terminates', endingWith('terminate'), []],
  ['an end by a timer', endingWith('timer'), ['end end-event-result']],
  [
    'an end that something follows',
    model(`${row('<task id="work"/>')}${flow('on', 'end', 'work')}`),
    ['end end-event-outgoing'],
  ],
  [
    'an end that nothing leads to',
    model(`${row()}<endEvent id="lonely"/>`),
    ['lonely node-incoming', 'lonely end-event-incoming'],
  ],
  ['a cancellation outside of a transaction', endingWith('cancel'), ['end cancel-end-outside']],
  [
    'a cancellation in a transaction',
    model(
      row(
        `<transaction id="deal"><startEvent id="innerStart"/>${event('endEvent', 'innerEnd', 'cancel')}${flow('innerFlow', 'innerStart', 'innerEnd')}</transaction>`,
      ),
    ),
    [],
  ],
];

const intermediate: Case[] = [
  ['waiting for a condition', between('intermediateCatchEvent', 'conditional'), []],
  ['waiting for nothing', between('intermediateCatchEvent', ''), ['event catch-event-trigger']],
  ['waiting for an error', between('intermediateCatchEvent', 'error'), ['event catch-event-trigger']],
  ['a milestone', between('intermediateThrowEvent', ''), []],
  ['throwing a timer', between('intermediateThrowEvent', 'timer'), ['event throw-event-result']],
  [
    'events outside of the row, where no start event asks for one',
    model(
      `${event('intermediateCatchEvent', 'first', 'timer')}${event('intermediateCatchEvent', 'last', 'timer')}${flow('f', 'first', 'last')}`,
    ),
    ['first intermediate-incoming', 'last intermediate-outgoing'],
  ],
];

const handled = `<task id="undo" isForCompensation="true"/><association id="line" sourceRef="edge" targetRef="undo"/>`;
const boundary: Case[] = [
  ['a timer at the edge of a task', caught('timer', 'cancelActivity="false"'), []],
  [
    'an edge of nothing',
    model(`${row()}${event('boundaryEvent', 'edge', 'timer')}${exit('edge')}`),
    ['edge boundary-host'],
  ],
  ['an edge with no trigger', caught(''), ['edge boundary-trigger']],
  ['an edge that terminates', caught('terminate'), ['edge boundary-trigger']],
  ['an error that does not interrupt', caught('error', 'cancelActivity="false"'), ['edge boundary-interrupting']],
  ['a cancellation of a task', caught('cancel'), ['edge boundary-cancel']],
  ['a cancellation of a transaction', caught('cancel', '', '<transaction id="work"/>'), []],
  [
    'a flow to the edge',
    caught('timer', '', '<task id="work"/>', `${exit('edge')}${flow('to', 'start', 'edge')}`),
    ['edge boundary-incoming'],
  ],
  ['an edge that leads nowhere', caught('timer', '', '<task id="work"/>', ''), ['edge boundary-outgoing']],
  ['compensation', caught('compensate', '', '<task id="work"/>', handled), []],
  [
    'compensation by a flow',
    caught('compensate', '', '<task id="work"/>', `${handled}${exit('edge')}`),
    ['edge compensation-flow'],
  ],
  ['compensation by nobody', caught('compensate', '', '<task id="work"/>', ''), ['edge compensation-handler']],
  [
    'compensation by an ordinary task',
    caught(
      'compensate',
      '',
      '<task id="work"/>',
      handled.replace(' isForCompensation="true"', '') + `${exit('undo')}${flow('do', 'start', 'undo')}`,
    ),
    ['edge compensation-marker'],
  ],
  [
    'a compensation that something leads to',
    caught('compensate', '', '<task id="work"/>', `${handled}${flow('do', 'start', 'undo')}`),
    ['undo compensation-handler-flows'],
  ],
];

const linkOf = (type: string, id: string, name: string, inside = ''): string =>
  `<${type} id="${id}"><linkEventDefinition id="${id}Link" name="${name}">${inside}</linkEventDefinition></${type}>`;
const linked = (thrown: string, caughtBy: string, more = ''): string =>
  model(
    `<startEvent id="start"/>${thrown}${flow('to', 'start', 'out')}${caughtBy}<endEvent id="end"/>${flow('from', 'into', 'end')}${more}`,
  );
const out = (name: string, inside = ''): string => linkOf('intermediateThrowEvent', 'out', name, inside);
const into = (name: string, inside = ''): string => linkOf('intermediateCatchEvent', 'into', name, inside);

const links: Case[] = [
  ['a link by name', linked(out('a'), into('a')), []],
  ['a link by reference', linked(out('a', '<target>intoLink</target>'), into('b', '<source>outLink</source>')), []],
  ['a link that goes on as a flow', linked(out('a'), into('a'), flow('on', 'out', 'end')), ['out link-flows']],
  ['two ends that do not meet', linked(out('a'), into('b')), ['out link-pair', 'into link-pair']],
  [
    'an end in a subprocess',
    model(
      `<startEvent id="start"/><subProcess id="part">${out('a')}<task id="inside"/>${flow('to', 'inside', 'out')}</subProcess>${flow('p', 'start', 'part')}${into('a')}<endEvent id="end"/>${flow('from', 'into', 'end')}${flow('q', 'part', 'end')}`,
    ),
    ['out link-scope', 'into link-scope'],
  ],
  [
    'an end that is meant for another',
    linked(
      out('a', '<target>intoLink</target>'),
      into('a', '<source>thirdLink</source>'),
      `${linkOf('intermediateThrowEvent', 'third', 'c', '<target>intoLink</target>')}${flow('t', 'start', 'third')}`,
    ),
    ['out link-mismatch'],
  ],
  [
    'two ends of one name',
    linked(out('a'), into('a'), `${linkOf('intermediateCatchEvent', 'again', 'a')}${flow('g', 'again', 'end')}`),
    ['againLink link-name'],
  ],
];

const defined: Case[] = [
  [
    'a definition that is shared',
    model(
      row(
        '<intermediateCatchEvent id="event"><eventDefinitionRef>shared</eventDefinitionRef></intermediateCatchEvent>',
      ),
    ),
    [],
  ],
  [
    'a definition out of another event',
    model(
      row(
        `<intermediateCatchEvent id="event"><eventDefinitionRef>own</eventDefinitionRef></intermediateCatchEvent>`,
        `<intermediateCatchEvent id="owner"><signalEventDefinition id="own" signalRef="bell"/></intermediateCatchEvent>`,
      ),
    ),
    ['event event-definition-foreign'],
  ],
  [
    'a message event without message',
    between('intermediateCatchEvent', 'message').replace('messageRef="letter"', ''),
    ['event message-missing'],
  ],
  [
    'a message event without operation',
    inXPath(between('intermediateCatchEvent', 'message').replace(/<operationRef>.*?<.operationRef>/, '')),
    ['event operation-missing'],
  ],
  [
    'a message event without operation in a file that names no language of its own',
    between('intermediateCatchEvent', 'message').replace(/<operationRef>.*?<.operationRef>/, ''),
    [],
  ],
  [
    'a message that an engine delivers by its name',
    inXPath(between('intermediateCatchEvent', 'message'))
      .replace(/<operationRef>.*?<.operationRef>/, '')
      .replace('<definitions', '<definitions xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"'),
    [],
  ],
  [
    'a signal event without signal',
    between('intermediateThrowEvent', 'signal').replace('signalRef="bell"', ''),
    ['event signal-missing'],
  ],
  [
    'an error without code',
    endingWith('error').replace('errorRef="fault"', 'errorRef="nameless"'),
    ['end error-code-missing'],
  ],
  [
    'an escalation without code',
    endingWith('escalation').replace('escalationRef="alarm"', ''),
    ['end escalation-code-missing'],
  ],
  [
    'a timer without value',
    model(row('<intermediateCatchEvent id="event"><timerEventDefinition/></intermediateCatchEvent>')),
    ['event timer-value'],
  ],
  [
    'a timer in words',
    between('intermediateCatchEvent', 'timer').replace(
      />P1D(?=<.timeDuration><.timerEventDefinition><.intermediate)/,
      '>tomorrow',
    ),
    ['event timer-invalid'],
  ],
  [
    'a computed timer',
    between('intermediateCatchEvent', 'timer').replace(
      />P1D(?=<.timeDuration><.timerEventDefinition><.intermediate)/,
      '>=term',
    ),
    [],
  ],
];

export const eventCases = { starts, ends, intermediate, boundary, links, defined };
