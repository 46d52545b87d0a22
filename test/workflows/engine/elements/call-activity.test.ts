import { describe, expect, test } from '@jest/globals';
import {
  boundary,
  call,
  drawBeside,
  error,
  escalation,
  eventSub,
  extended,
  io,
  message,
  multi,
  node,
  process,
  script,
  tasks,
  terminate,
} from '../drawing.ts';
import { follow } from '../follow.ts';
import { Play } from '../playing.ts';

const begin = node('startEvent', 'begin');
const called = (elements: string[], lines: string): string => process('called', [begin, ...elements], lines);
const calling = (root: string[], elements: string[], lines: string) =>
  drawBeside(root, [node('startEvent', 'start'), ...elements], lines);
const lines = 'start -> x\nx -> next\non -> other';
const rest = tasks('next', 'other');

type Row = [string, string, string[], string];
const rows: Row[] = [
  [
    'runs the process it calls and goes on behind it',
    called(tasks('a', 'b'), 'begin -> a\na -> b'),
    [call('x', 'called'), ...tasks('next')],
    'done a => b\ndone b => next',
  ],
  [
    'waits for all that its process waits for',
    called(tasks('a', 'b'), 'begin -> a\nbegin -> b'),
    [call('x', 'called'), ...tasks('next')],
    'done a => b\ndone b => next',
  ],
  [
    'catches an error that its process lets out',
    called([...tasks('a', 'b'), node('endEvent', 'fail', error('errorA'))], 'begin -> a\nbegin -> b\na -> fail'),
    [call('x', 'called'), boundary('on', 'x', error('errorA')), ...rest],
    'done a => other',
  ],
  [
    'hears nothing of an error that its process catches itself',
    called(
      [node('endEvent', 'fail', error('errorA')), eventSub('e', error(), tasks('h'), 'eStart -> h')],
      'begin -> fail',
    ),
    [call('x', 'called'), boundary('on', 'x', error('errorA')), ...rest],
    '=> h\ndone h => next',
  ],
  [
    'catches an escalation that interrupts it',
    called(
      [...tasks('a', 'b'), node('intermediateThrowEvent', 'up', escalation('escalationA'))],
      'begin -> a\na -> up\nup -> b',
    ),
    [call('x', 'called'), boundary('on', 'x', escalation('escalationA')), ...rest],
    'done a => other',
  ],
  [
    'catches an escalation that does not interrupt it',
    called(
      [...tasks('a', 'b'), node('intermediateThrowEvent', 'up', escalation('escalationA'))],
      'begin -> a\na -> up\nup -> b',
    ),
    [call('x', 'called'), boundary('on', 'x', escalation('escalationA'), false), ...rest],
    'done a => b other\ndone b => next other',
  ],
  [
    'goes on when its process terminates, which ends that process alone',
    called([...tasks('a', 'b'), node('endEvent', 'stop', terminate)], 'begin -> a\nbegin -> b\na -> stop'),
    [call('x', 'called'), ...tasks('next')],
    'done a => next',
  ],
  [
    'that is interrupted ends its process',
    called(tasks('a', 'b'), 'begin -> a\nbegin -> b'),
    [call('x', 'called'), boundary('on', 'x', message('letter')), ...rest],
    'send letter => other',
  ],
  [
    'repeats its process for each iteration',
    called(tasks('a'), 'begin -> a'),
    [call('x', 'called', multi({ cardinality: '2' })), ...tasks('next')],
    '=> a a\ndone a => a\ndone a => next',
  ],
  [
    'may reach another through the one it calls',
    called([call('deeper', 'deep')], 'begin -> deeper') +
      process(
        'deep',
        [node('startEvent', 'deepStart'), ...tasks('d'), node('endEvent', 'fail', error('errorA'))],
        'deepStart -> d\nd -> fail',
      ),
    [call('x', 'called'), boundary('on', 'x', error('errorA')), ...rest],
    '=> d\ndone d => other',
  ],
];

describe('a call activity', () => {
  test.each(rows)('%s', async (_name, root, elements, script) => {
    const used = elements.some((each) => each.includes('"on"')) ? lines : 'start -> x\nx -> next';
    follow(new Play(await calling([root], elements, used)), script);
  });

  test('gives its process what it sees, and takes back what that changed', async () => {
    const root = called([script('work', '={ n: n + 1, made: "new" }')], 'begin -> work');
    const play = new Play(await calling([root], [call('x', 'called'), ...tasks('next')], 'start -> x\nx -> next'), {
      n: 1,
      kept: true,
    });
    expect(play.variables).toEqual({ n: 2, kept: true, made: 'new' });
  });

  test('with mappings gives and takes only what they say', async () => {
    const settings = extended(
      '<zeebe:calledElement processId="called" propagateAllParentVariables="false" propagateAllChildVariables="false"/>' +
        io({ in: { number: '=n * 10' }, out: { result: '=made' } }),
    );
    const root = called([script('work', '={ made: number + 1, hidden: true }')], 'begin -> work');
    const play = new Play(
      await calling([root], [node('callActivity', 'x', settings), ...tasks('next')], 'start -> x\nx -> next'),
      { n: 1 },
    );
    expect(play.variables).toEqual({ n: 1, result: 11 });
  });

  test('of a name that the variables give calls that process; of none, is an incident until it is corrected', async () => {
    const settings = extended('<zeebe:calledElement processId="=which"/>');
    const play = new Play(
      await calling([called(tasks('a'), 'begin -> a')], [node('callActivity', 'x', settings)], 'start -> x'),
      { which: 'none' },
    );
    follow(play, '=> !x\nretry {"which":"called"} => a\ndone a => ended x');
  });

  test.each([
    ['globalTask', '', '=> next'],
    ['globalManualTask', '', '=> next'],
    ['globalUserTask', '', '=> shared\ndone shared => next'],
    ['globalScriptTask', extended('<zeebe:script expression="=1" resultVariable="one"/>'), '=> next'],
  ])('runs a %s', async (type, inside, script) => {
    const graph = await calling(
      [node(type, 'shared', inside)],
      [call('x', 'shared'), ...tasks('next')],
      'start -> x\nx -> next',
    );
    follow(new Play(graph), script);
  });
});
