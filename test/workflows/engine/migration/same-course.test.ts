import { describe, expect, test } from '@jest/globals';
import type { ProcessGraph } from '../../../../workflows/engine/graph.ts';
import { migrate, type ElementMapping } from '../../../../workflows/engine/migrate.ts';
import type { EngineState } from '../../../../workflows/engine/state.ts';
import { start, step } from '../../../../workflows/engine/step.ts';
import { everything, laterThan, possible, renamed } from './versions.ts';

const began = '2026-09-10T10:00:00.000Z';

/** The same numbers for the same seed, so that a failure can be looked at. */
const dice = (seed: number) => {
  let last = seed;
  return (sides: number): number => {
    last = (last * 48_271 + 11) % 2_147_483_647;
    return last % sides;
  };
};

type Course = { graph: ProcessGraph; state: EngineState }[];

/** One random course of a case, the state after each of its steps. */
const course = (graph: ProcessGraph, seed: number): Course => {
  const roll = dice(seed);
  const states = [start(graph, {}, began).state];
  for (let round = 1; round < 40; round += 1) {
    const state = states.at(-1);
    const inputs = state ? possible(graph, state) : [];
    const input = inputs[roll(Math.max(1, inputs.length))];
    if (!state || !input || state.status === 'ended') break;
    states.push(step(graph, state, input, laterThan(began, round)).state);
  }
  return states.map((state) => ({ graph, state }));
};

const seeds = Array.from({ length: 60 }, (_, index) => index * 7_919 + 1);

const migrated = (from: ProcessGraph, to: ProcessGraph, state: EngineState, mapping: ElementMapping): EngineState => {
  const done = migrate(from, to, state, mapping, laterThan(began, 500));
  if (!done.ok) throw new Error(`Expected a migration but got ${JSON.stringify(done.problems)}`);
  return { ...done.value.state, seq: state.seq };
};

describe('a migration', () => {
  test('to the same graph changes nothing, wherever the case stands', async () => {
    const graph = await everything();
    let states = 0;
    for (const seed of seeds)
      for (const { state } of course(graph, seed)) {
        expect(migrated(graph, graph, state, {})).toEqual(state);
        states += 1;
      }
    expect(states).toBeGreaterThan(600);
  });

  test('to a graph in which every element has another name goes on as the case would have gone on', async () => {
    const graph = await everything();
    const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.flows), ...Object.keys(graph.processes)];
    const mapping = Object.fromEntries(ids.map((id) => [id, `${id}New`]));
    const back = Object.fromEntries(
      ids.flatMap((id) => [
        [`${id}New`, id],
        [`${id}NewBy`, `${id}By`],
      ]),
    );
    const other = renamed(graph, mapping);
    for (const seed of seeds) {
      const roll = dice(seed);
      for (const { state } of course(graph, seed)) {
        const there = migrated(graph, other, state, mapping);
        const inputs = possible(graph, state);
        expect(renamed(possible(other, there), back)).toEqual(inputs);
        const input = inputs[roll(Math.max(1, inputs.length))];
        if (!input || state.status === 'ended') continue;
        const stayed = step(graph, state, input, laterThan(began, 501));
        const went = step(other, there, input, laterThan(began, 501));
        expect(renamed(went.state, back)).toEqual(stayed.state);
      }
    }
  });
});
