import { describe, expect, test } from '@jest/globals';
import { boundary, draw, error, extended, flows, io, message, node, problemsOf, timer } from './drawing.ts';

const loop = (cardinality: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${cardinality}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;

const start = node('startEvent', 'start');
const end = node('endEvent', 'end');
const inside = async (element: string): Promise<string[]> =>
  (await problemsOf([start, element, end], 'start -> x\nx -> end')).map(({ at, code }) => `${at} ${code}`);

describe('a compiled model', () => {
  test('is plain JSON that names everything the engine needs', async () => {
    const graph = await draw(
      [
        start,
        node('userTask', 'x', extended(io({ out: { a: '=b' } }))),
        boundary('late', 'x', timer('timeDuration', 'P1D'), false),
        end,
      ],
      'start -> x\nx -> end : b > 1',
    );
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
    expect(graph).toMatchObject({
      format: 2,
      processId: 'drawn',
      name: 'Drawn',
      starts: ['start'],
      flows: { x_end: { from: 'x', to: 'end', condition: { feel: 'b > 1', reads: ['b'] } } },
      nodes: {
        x: {
          kind: 'userTask',
          name: 'x',
          scope: 'drawn',
          incoming: ['start_x'],
          outgoing: ['x_end'],
          attached: ['late'],
          candidate: [],
          outputs: [{ target: 'a', source: { feel: 'b', reads: ['b'] } }],
        },
        late: {
          kind: 'boundaryEvent',
          host: 'x',
          interrupting: false,
          events: [{ kind: 'timer', timer: { kind: 'duration', value: { text: 'P1D' } } }],
        },
      },
    });
  });

  test('reads our settings from zeebe properties as well', async () => {
    const property = (name: string, value: string): string => `<zeebe:property name="obieg:${name}" value="${value}"/>`;
    const properties = ['stage', 'term.duration', 'term.basis', 'signature.document', 'signature.field']
      .map((name) => property(name, name === 'term.duration' ? 'P7D' : name))
      .join('');
    const graph = await draw(
      [start, node('userTask', 'x', extended(`<zeebe:properties>${properties}</zeebe:properties>`))],
      'start -> x',
    );
    expect(graph.nodes['x']).toMatchObject({
      stage: 'stage',
      term: { duration: { text: 'P7D' }, basis: 'term.basis' },
      signature: { document: 'signature.document', field: 'signature.field' },
    });
  });

  test('names the messages it can receive', async () => {
    const graph = await draw(
      [start, node('receiveTask', 'x', '', 'messageRef="letter"'), boundary('asked', 'x', message('appeal')), end],
      'start -> x\nx -> end\nasked -> end',
    );
    expect(graph.messages).toEqual(['appeal', 'letter']);
  });

  test('takes an error boundary event as interrupting, whatever is drawn', async () => {
    const graph = await draw(
      [start, node('task', 'x'), boundary('b', 'x', error(), false), end],
      'start -> x\nb -> end',
    );
    expect(graph.nodes['b']).toMatchObject({ interrupting: true });
  });
});

describe('a model is refused for', () => {
  test.each<[string, string, string[]]>([
    ['an element the engine does not run', node('choreographyTask', 'x'), ['x model.elementUnsupported']],
    [
      'a signal without its name',
      node('intermediateCatchEvent', 'x', '<bpmn:signalEventDefinition/>'),
      ['x model.signalMissing', 'x model.eventMissing'],
    ],
    [
      'an event that its element may not bear',
      node('intermediateCatchEvent', 'x', error('errorA')),
      ['x model.eventUnsupported', 'x model.eventMissing'],
    ],
    ['a catch event without an event', node('intermediateCatchEvent', 'x'), ['x model.eventMissing']],
    [
      'a multi-instance activity without a number',
      node('userTask', 'x', '<bpmn:multiInstanceLoopCharacteristics/>'),
      ['x model.cardinalityMissing'],
    ],
    ['a cardinality below zero', node('userTask', 'x', loop('-1')), ['x model.cardinalityInvalid']],
    ['a loop without an end', node('userTask', 'x', '<bpmn:standardLoopCharacteristics/>'), ['x model.loopEndless']],
    [
      'a loop maximum below one',
      node('userTask', 'x', '<bpmn:standardLoopCharacteristics loopMaximum="-1"/>'),
      ['x model.loopMaximumInvalid'],
    ],
    ['a start quantity of zero', node('userTask', 'x', '', 'startQuantity="0"'), ['x model.quantityInvalid']],
    [
      'a subprocess that begins by an event',
      node('subProcess', 'x', node('startEvent', 's', message('letter'))),
      ['x model.subProcessStart'],
    ],
    ['a call of nothing', node('callActivity', 'x'), ['x model.calledElementMissing']],
    [
      'a link that leads nowhere',
      node('intermediateThrowEvent', 'x', '<bpmn:linkEventDefinition name="on"/>'),
      ['x model.linkTarget'],
    ],
    [
      'an expression that does not parse',
      node('scriptTask', 'x', '<bpmn:script>1 +</bpmn:script>'),
      ['x model.expressionInvalid'],
    ],
    [
      'a timer that is none',
      node('intermediateCatchEvent', 'x', timer('timeDuration', 'soon')),
      ['x model.timerInvalid'],
    ],
    [
      'a timer without a time',
      node('intermediateCatchEvent', 'x', '<bpmn:timerEventDefinition/>'),
      ['x model.timerMissing'],
    ],
    [
      'a cycle without an end in the middle of the flow',
      node('intermediateCatchEvent', 'x', timer('timeCycle', 'R/PT1H')),
      ['x model.timerCycleHere'],
    ],
    ['a message without a name', node('receiveTask', 'x'), ['x model.messageMissing']],
    [
      'retries that are no number',
      node('serviceTask', 'x', extended('<zeebe:taskDefinition type="a" retries="many"/>')),
      ['x model.retriesInvalid'],
    ],
    [
      'a due date that is none',
      node('userTask', 'x', extended('<zeebe:taskSchedule dueDate="soon"/>')),
      ['x model.timerInvalid'],
    ],
    [
      'a term without its basis',
      node('userTask', 'x', extended('<obieg:term duration="P7D"/>')),
      ['x model.termIncomplete'],
    ],
    [
      'a signature without its field',
      node('userTask', 'x', extended('<obieg:signature document="d"/>')),
      ['x model.signatureIncomplete'],
    ],
    [
      'a mapping without a target',
      node('userTask', 'x', extended('<zeebe:ioMapping><zeebe:output source="=a"/></zeebe:ioMapping>')),
      ['x model.mappingTargetMissing'],
    ],
    ['an event-based gateway with one way', node('eventBasedGateway', 'x'), ['x model.eventGatewayTargets']],
  ])('%s', async (_name, element, expected) => {
    expect(await inside(element)).toEqual(expected);
  });

  test('everything that is wrong with it at once', async () => {
    const problems = await problemsOf(
      [
        node('receiveTask', 'a'),
        node('choreographyTask', 'b'),
        node('subProcess', 'c', node('startEvent', 's') + node('receiveTask', 'd') + flows('s -> d : 1 +')),
        node('startEvent', 'e', node('terminateEventDefinition', 't')),
      ],
      'a -> b : (\nb -> c',
    );
    expect(problems.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
      'a model.messageMissing',
      'a_b model.expressionInvalid',
      'b model.elementUnsupported',
      'd model.messageMissing',
      'e model.eventUnsupported',
      's_d model.expressionInvalid',
    ]);
  });
});
