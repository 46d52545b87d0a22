import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Input } from '../../../workflows/engine/contract.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import { start, step } from '../../../workflows/engine/step.ts';
import { drawBeside, node } from './drawing.ts';
import { Play } from './playing.ts';
import { named, shape, Sketch } from './random-models.ts';
import { begin, eventsOf, happen, isDone, type Model, type Rest } from './reference-tokens.ts';

const graphOf = (model: Model) => {
  const sketch = new Sketch();
  const to = sketch.draw(model, 'start');
  const messages = sketch.messages.map((id) => `<bpmn:message id="ref${id}" name="${id}"/>`);
  const elements = [node('startEvent', 'start'), ...sketch.elements, node('endEvent', 'end')];
  return drawBeside(messages, elements, [...sketch.lines, `${to} -> end`].join('\n'));
};
const models = shape.map((from) => {
  let last = 0;
  return named(from, () => ++last);
});

/** What the engine lets happen next, in the words of the reference. */
const offered = (play: Play): string[] =>
  play
    .awaits()
    .filter((each) => !each.startsWith('join:'))
    .map((each) => each.replace('userTask:', 'done ').replace('timer:', 'fire ').replace('message:', 'send '))
    .sort();

const take = (play: Play, event: string): void => {
  const [verb, at = ''] = event.split(' ');
  if (verb === 'done') play.complete(at);
  else if (verb === 'fire') play.fire(at);
  else play.send(at);
};

/** Inputs that mean nothing to any case. */
const junk: Input[] = [
  { kind: 'taskCompleted', instance: '9999', by: 'nobody', data: { junk: true } },
  { kind: 'timerFired', timer: '9999' },
  { kind: 'messageArrived', name: 'unheard', messageId: 'junk', variables: { junk: true } },
  { kind: 'signalArrived', signal: 'unheard', variables: {} },
  { kind: 'activityCompleted', instance: '1', output: { junk: true } },
  { kind: 'activityFailed', instance: '1', detail: 'junk' },
];

/** All of a state but the count of inputs. */
const counted = (state: EngineState): EngineState => ({ ...state, seq: 0 });

const expectIdsUnique = (play: Play): void => {
  const ids = play.effects.flatMap((effect) => {
    if (effect.kind === 'elementEntered') return [effect.instance];
    return effect.kind === 'timerStarted' ? [effect.timer] : effect.kind === 'incidentRaised' ? [effect.incident] : [];
  });
  expect(new Set(ids).size).toBe(ids.length);
};

const most = 60;

/** Plays a model in the order that `picks` says, beside the reference; answers the inputs that were taken. */
const playBeside = (play: Play, model: Model, picks: Iterator<number>): Input[] => {
  const inputs: Input[] = [];
  const original = play.take.bind(play);
  play.take = (input) => {
    inputs.push(input);
    return original(input);
  };
  let possible: Rest[] = [{ threads: [begin(model)] }];
  for (let count = 0; count < most; count += 1) {
    const now = offered(play);
    expect(possible.map((rest) => eventsOf(rest).sort())).toContainEqual(now);
    possible = possible.filter((rest) => eventsOf(rest).sort().join() === now.join());
    expect(play.state.status).toBe(possible.some(isDone) ? 'ended' : 'running');
    expect(play.incidents()).toEqual([]);
    if (now.length === 0) break;
    const pick = picks.next().value as number;
    if (pick % 7 === 0) {
      const before = play.state;
      const effects = original(junk[pick % junk.length]!);
      expect(effects.map(({ kind }) => kind)).toEqual(['inputIgnored']);
      expect(counted(play.state)).toEqual(counted(before));
      inputs.push(junk[pick % junk.length]!);
    }
    const event = now[pick % now.length] ?? '';
    take(play, event);
    const next = possible.flatMap((rest) => happen(rest, event));
    possible = [...new Map(next.map((rest) => [JSON.stringify(rest), rest])).values()];
  }
  if (play.state.status === 'ended') expect(play.tokens()).toEqual([]);
  return inputs;
};

describe('any structured model', () => {
  test('in any order of events does what the reference does, from any snapshot, and repeats itself byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(models, fc.infiniteStream(fc.nat(1000)), async (model, picks) => {
        const play = new Play(await graphOf(model));
        const first = start(play.graph, {}, play.now).state;
        const seen: [EngineState, string][] = [];
        const take = play.take.bind(play);
        play.take = (input) => {
          seen.push([play.state, play.now]);
          return take(input);
        };
        const inputs = playBeside(play, model, picks);
        expectIdsUnique(play);
        let state = first;
        inputs.forEach((input, at) => {
          expect(JSON.stringify(state)).toBe(JSON.stringify(seen[at]?.[0] ?? state));
          state = step(play.graph, state, input, seen[at]?.[1] ?? play.now).state;
        });
        expect(JSON.stringify(state)).toBe(JSON.stringify(play.state));
      }),
      { numRuns: 150 },
    );
  });

  test('takes its inputs in any wrong order without throwing, and is left waiting for something or ended', async () => {
    const orders = fc.infiniteStream(fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(
        models,
        orders,
        fc.array(fc.nat(1000), { minLength: 10, maxLength: 40 }),
        async (model, picks, wrong) => {
          const play = new Play(await graphOf(model));
          const inputs = [...playBeside(play, model, picks), ...junk];
          let { state } = start(play.graph, {}, play.now);
          for (const pick of wrong) state = step(play.graph, state, inputs[pick % inputs.length]!, play.now).state;
          const again = new Play(play.graph);
          again.state = state;
          if (state.status === 'running') expect(again.awaits()).not.toEqual([]);
          else expect([again.awaits(), again.tokens()]).toEqual([[], []]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
