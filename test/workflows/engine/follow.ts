import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../processes/language/ids.ts';
import { draw, node } from './drawing.ts';
import { Play } from './playing.ts';

/** Where a case stands: open tasks and awaited handlers, incidents as `!element`; `waits` for anything else; `ended at`. */
export const standing = (play: Play): string => {
  if (play.state.status === 'ended') return `ended ${play.outcome ?? ''}`.trim();
  const incidents = Object.values(play.state.incidents).map(({ element }) => `!${element}`);
  return [...play.tasks(), ...play.calls(), ...incidents].sort().join(' ') || 'waits';
};

const json = (text: string): JsonObject => (text === '' ? {} : (JSON.parse(text) as JsonObject));

const actions: Record<string, (play: Play, at: string, rest: string) => unknown> = {
  done: (play, at, rest) => play.complete(at, json(rest)),
  answer: (play, at, rest) => play.answer(at, json(rest)),
  err: (play, at, rest) => play.err(at, rest),
  fail: (play, at) => play.take({ kind: 'activityFailed', instance: play.instance(at), detail: 'broken' }),
  fire: (play, at) => play.fire(at),
  send: (play, at, rest) => play.send(at, json(rest)),
  signal: (play, at, rest) => play.signal(at, json(rest)),
  set: (play, at) => play.correct(json(at)),
  retry: (play, at) => play.retry(json(at)),
};

/** BPMN 2.0.2, 13.5.6: a case waits for something that has a name, or it has ended and nothing of it is left. */
const expectNothingLost = (play: Play): void => {
  if (play.state.status === 'running') expect(play.awaits()).not.toEqual([]);
  else expect([play.awaits(), play.tokens()]).toEqual([[], []]);
};

/**
 * Follows a script, one line a step: `done a => b c` completes `a` and expects `b` and `c` to be open then. A line without
 * an action looks at how the case stands after its start.
 */
export const follow = (play: Play, script: string): Play => {
  for (const line of script.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, action = '', expected = ''] = /^(.*?)\s*=>\s*(.*)$/.exec(line) ?? [];
    const [, verb = '', at = '', rest = ''] = /^(\w+)\s+(\S+)\s*(.*)$/.exec(action) ?? [];
    if (action !== '') {
      const take = actions[verb];
      if (!take) throw new Error(`Expected an action but got ${action}`);
      take(play, at, rest);
    }
    expect(`${action} => ${standing(play)}`).toBe(`${action} => ${expected}`);
    expectNothingLost(play);
  }
  return play;
};

/** A drawing with its `start` and, where a flow leads to it, its `end`. */
export const drawing = (elements: string[], lines: string) =>
  draw(
    [
      node('startEvent', 'start'),
      ...elements,
      ...(/-> end\b/.test(lines) && !elements.some((each) => each.includes('id="end"'))
        ? [node('endEvent', 'end')]
        : []),
    ],
    lines,
  );

export type Row = [name: string, elements: string[], lines: string, script: string, variables?: JsonObject];

/** A table of drawings and how they go. */
export const runs = (rows: Row[]): void => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (_name, [, elements, lines, script, variables]) => {
    follow(new Play(await drawing(elements, lines), variables ?? {}), script);
  });
};
