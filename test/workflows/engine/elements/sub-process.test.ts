import { describe, expect, test } from '@jest/globals';
import {
  boundary,
  draw,
  error,
  eventSub,
  extended,
  flows,
  handler,
  io,
  node,
  script,
  signal,
  timer,
} from '../drawing.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const tasks = (...ids: string[]): string[] => ids.map((id) => node('userTask', id));
const sub = (inside: string[], lines: string, settings = ''): string =>
  node('subProcess', 'sub', settings + node('startEvent', 'subStart') + inside.join('') + flows(lines));

describe('an embedded subprocess', () => {
  test('runs its own start to its last token, then the case goes on', async () => {
    const play = new Play(
      await draw(
        [start, sub(tasks('a', 'b'), 'subStart -> a\nsubStart -> b'), ...tasks('next')],
        'start -> sub\nsub -> next',
      ),
    );
    play.complete('a');
    expect(play.tasks()).toEqual(['b']);
    play.complete('b');
    expect(play.tasks()).toEqual(['next']);
    expect(Object.keys(play.state.scopes)).toEqual(['0']);
  });

  test('keeps what its input mapping made to itself and gives out its output mapping', async () => {
    const mapping = extended(io({ in: { count: '=n' }, out: { result: '=count' } }));
    const inside = [...tasks('a'), script('add', '=count + 1', 'count'), script('out', '=count * 10', 'outside')];
    const play = new Play(
      await draw(
        [start, sub(inside, 'subStart -> a\na -> add\nadd -> out', mapping), ...tasks('next')],
        'start -> sub\nsub -> next',
      ),
      { n: 1 },
    );
    expect(play.effects.find(({ kind }) => kind === 'taskOpened')).toMatchObject({
      task: { data: { n: 1, count: 1 } },
    });
    play.complete('a', { n: 5 });
    expect(play.variables).toEqual({ n: 5, aBy: 'person-1', outside: 20, result: 2 });
  });

  test('that a terminate end event ends, ends alone', async () => {
    const inside = [...tasks('a', 'b'), node('endEvent', 'stop', '<bpmn:terminateEventDefinition/>')];
    const play = new Play(
      await draw(
        [start, sub(inside, 'subStart -> a\nsubStart -> b\nb -> stop'), ...tasks('next', 'other')],
        'start -> sub\nstart -> other\nsub -> next',
      ),
    );
    play.complete('b');
    expect(play.tasks()).toEqual(['other', 'next']);
  });

  test.each([true, false])('with a timer on it (interrupting: %s)', async (interrupting) => {
    const play = new Play(
      await draw(
        [
          start,
          sub([node('serviceTask', 'call', handler('make')), ...tasks('a')], 'subStart -> call\nsubStart -> a'),
          boundary('late', 'sub', timer('timeDuration', 'P1D'), interrupting),
          ...tasks('x', 'next'),
        ],
        'start -> sub\nsub -> next\nlate -> x',
      ),
    );
    const effects = play.fire('late');
    expect(play.tasks()).toEqual(interrupting ? ['x'] : ['a', 'x']);
    expect(play.calls()).toEqual(interrupting ? [] : ['call']);
    expect(effects.filter(({ kind }) => kind === 'activityCancelled')).toHaveLength(interrupting ? 1 : 0);
    expect(Object.keys(play.state.scopes)).toHaveLength(interrupting ? 1 : 2);
  });

  test('is ended by an error thrown inside it, from however deep, that its boundary catches', async () => {
    const inner = node(
      'subProcess',
      'inner',
      node('startEvent', 'innerStart') +
        tasks('deep').join('') +
        node('endEvent', 'fail', error('errorA')) +
        flows('innerStart -> deep\ndeep -> fail'),
    );
    const play = new Play(
      await draw(
        [
          start,
          sub([inner, ...tasks('a')], 'subStart -> inner\nsubStart -> a'),
          boundary('caught', 'sub', error('errorA')),
          ...tasks('x', 'next'),
        ],
        'start -> sub\nsub -> next\ncaught -> x',
      ),
    );
    expect(play.tasks()).toEqual(['a', 'deep']);
    play.complete('deep');
    expect(play.tasks()).toEqual(['x']);
    expect(Object.keys(play.state.scopes)).toEqual(['0']);
  });

  test('is entered anew in a loop, with fresh local variables', async () => {
    const mapping = extended(io({ in: { note: '=null' } }));
    const play = new Play(
      await draw(
        [
          start,
          node('exclusiveGateway', 'again'),
          sub([...tasks('a'), script('keep', '="kept"', 'note')], 'subStart -> a\na -> keep', mapping),
          node('exclusiveGateway', 'done', '', 'default="done_again"'),
          node('endEvent', 'end'),
        ],
        'start -> again\nagain -> sub\nsub -> done\ndone -> again\ndone -> end : ok',
      ),
    );
    play.complete('a', { ok: false });
    expect(play.state.scopes[play.instance('sub')]?.locals).toEqual({ note: null });
    play.complete('a', { ok: true });
    expect(play.outcome).toBe('end');
    expect(play.variables).not.toHaveProperty('note');
  });

  test('whose output mapping fails waits as an incident with its variables', async () => {
    const mapping = extended(io({ in: { count: '=1' }, out: { result: '=count + extra' } }));
    const play = new Play(
      await draw(
        [start, sub(tasks('a'), 'subStart -> a', mapping), node('endEvent', 'end')],
        'start -> sub\nsub -> end',
      ),
    );
    play.complete('a');
    expect(play.incidents()).toEqual(['sub expressionFailed']);
    play.retry({ extra: 4 });
    expect(play.variables).toMatchObject({ result: 5 });
    expect(play.outcome).toBe('end');
  });

  test('that has completed begins no event subprocess any more while its output mapping waits for an operator', async () => {
    const mapping = extended(io({ out: { result: '=missing + 1' } }));
    const inside = [...tasks('a'), eventSub('e', signal('bell'), tasks('h'), 'eStart -> h')];
    const play = new Play(
      await draw([start, sub(inside, 'subStart -> a', mapping), ...tasks('next')], 'start -> sub\nsub -> next'),
    );
    play.complete('a');
    play.signal('bell');
    expect([play.incidents(), play.tasks()]).toEqual([['sub expressionFailed'], []]);
    play.retry({ missing: 1 });
    expect(play.tasks()).toEqual(['next']);
  });
});
