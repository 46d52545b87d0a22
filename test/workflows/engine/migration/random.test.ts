import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { ProcessGraph } from '../../../../workflows/engine/graph.ts';
import { migrate } from '../../../../workflows/engine/migrate.ts';
import type { EngineState } from '../../../../workflows/engine/state.ts';
import { step } from '../../../../workflows/engine/step.ts';
import { draw } from '../drawing.ts';
import { Play } from '../playing.ts';
import { inputsFor, loose } from '../random-courses.ts';
import { drawings } from '../random-graphs.ts';
import { renamed } from './versions.ts';

const now = '2027-01-01T00:00:00.000Z';
const picks = fc.infiniteStream(fc.nat());

/** A random course of a case: its state after each step. */
const course = (graph: ProcessGraph, picked: Iterator<number>): EngineState[] => {
  const play = new Play(graph, { n: 0 });
  const states = [play.state];
  for (let count = 0; count < 12 && play.state.status === 'running'; count += 1) {
    const inputs = inputsFor(graph, play.state, count);
    play.take(inputs[(picked.next().value as number) % inputs.length]!);
    states.push(play.state);
  }
  return states;
};

const without = (state: EngineState): object => ({ ...state, seq: 0 });

test('a migration to the same graph changes nothing in any drawing', async () => {
  await fc.assert(
    fc.asyncProperty(drawings, picks, async ({ elements, lines }, picked) => {
      const graph = await draw(elements, lines);
      for (const state of course(graph, picked)) {
        const done = migrate(graph, graph, state, {}, now);
        expect(done).toMatchObject({ ok: true });
        if (done.ok) expect(without(done.value.state)).toEqual(without(state));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a migration to the same drawing under other names goes on as the case would have gone on', async () => {
  await fc.assert(
    fc.asyncProperty(drawings, picks, async ({ elements, lines }, picked) => {
      const graph = await draw(elements, lines);
      const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.flows), ...Object.keys(graph.processes)];
      const mapping = Object.fromEntries(ids.map((id) => [id, `${id}New`]));
      const back = Object.fromEntries(
        ids.flatMap((id) => [
          [`${id}New`, id],
          [`${id}NewBy`, `${id}By`],
        ]),
      );
      const other = renamed(graph, mapping);
      for (const state of course(graph, picked)) {
        const done = migrate(graph, other, state, mapping, now);
        if (!done.ok) throw new Error(JSON.stringify(done.problems));
        const inputs = inputsFor(graph, state, 99);
        const input = inputs[(picked.next().value as number) % inputs.length]!;
        const [went, stayed] = [step(other, done.value.state, input, now), step(graph, state, input, now)];
        expect(without(renamed(went.state, back))).toEqual(without(stayed.state));
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a migration to another drawing is refused, or leaves a case that is sound and goes on', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(drawings, drawings, picks, async (first, second, picked) => {
      const [from, to] = [await draw(first.elements, first.lines), await draw(second.elements, second.lines)];
      for (const state of course(from, picked)) {
        if (state.status === 'ended') continue;
        const moved = migrate(from, to, state, {}, now);
        if (!moved.ok) {
          expect(moved.problems?.length).toBeGreaterThan(0);
          continue;
        }
        done += 1;
        let after = moved.value.state;
        for (let count = 0; count < 6 && after.status === 'running'; count += 1) {
          expect(loose(after)).toEqual([]);
          const inputs = inputsFor(to, after, count);
          after = step(to, after, inputs[(picked.next().value as number) % inputs.length]!, now).state;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(done).toBeGreaterThan(40);
}, 120_000);
