import { describe, expect, test } from '@jest/globals';
import { boundary, draw, error, extended, flows, io, message, node, problemsOf, timer } from './drawing.ts';

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
      format: 1,
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
          kind: 'timerBoundaryEvent',
          host: 'x',
          interrupting: false,
          timer: { kind: 'duration', value: { text: 'P1D' } },
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
    ['an element the engine does not run', node('complexGateway', 'x'), ['x model.elementUnsupported']],
    [
      'an event it does not run',
      node('intermediateCatchEvent', 'x', '<bpmn:signalEventDefinition/>'),
      ['x model.eventUnsupported'],
    ],
    ['a catch event without an event', node('intermediateCatchEvent', 'x'), ['x model.eventUnsupported']],
    [
      'two event definitions',
      node('intermediateCatchEvent', 'x', message('letter') + timer('timeDate', '2026-01-01')),
      ['x model.eventUnsupported'],
    ],
    [
      'a loop marker',
      node('userTask', 'x', '<bpmn:multiInstanceLoopCharacteristics/>'),
      ['x model.elementUnsupported'],
    ],
    ['a subprocess without its start', node('subProcess', 'x', node('task', 'inner')), ['x model.subProcessStart']],
    [
      'an expression that does not parse',
      node('scriptTask', 'x', '<bpmn:script>1 +</bpmn:script>'),
      ['x model.expressionInvalid'],
    ],
    ['a script without a script', node('scriptTask', 'x'), ['x model.scriptMissing']],
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
      'a cycle that cannot repeat',
      node('intermediateCatchEvent', 'x', timer('timeCycle', 'R3/PT1H')),
      ['x model.timerCycleHere'],
    ],
    ['a message without a name', node('receiveTask', 'x'), ['x model.messageMissing']],
    ['a service task without a handler', node('serviceTask', 'x'), ['x model.handlerMissing']],
    [
      'retries that are no number',
      node('serviceTask', 'x', extended('<zeebe:taskDefinition type="a" retries="many"/>')),
      ['x model.retriesInvalid'],
    ],
    [
      'a business rule task without a decision',
      node('businessRuleTask', 'x'),
      ['x model.decisionMissing', 'x model.decisionUnknown'],
    ],
    [
      'a candidate that is no role',
      node('userTask', 'x', extended('<zeebe:assignmentDefinition candidateGroups="boss@unit"/>')),
      ['x model.candidateUnknown'],
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
        node('serviceTask', 'a'),
        node('complexGateway', 'b'),
        node('subProcess', 'c', node('startEvent', 's') + node('serviceTask', 'd') + flows('s -> d : 1 +')),
      ],
      'a -> b : (\nb -> c',
    );
    expect(problems.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
      'a model.handlerMissing',
      'a_b model.expressionInvalid',
      'b model.elementUnsupported',
      'd model.handlerMissing',
      'drawn model.startMissing',
      's_d model.expressionInvalid',
    ]);
  });
});
