import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { draw, node, script } from './drawing.ts';
import { Play } from './playing.ts';

/** A structured model: what can be drawn with tasks, sequences, decisions, forks and loops that nest. */
type Block =
  | { kind: 'task' }
  | { kind: 'sequence' | 'fork'; parts: Block[] }
  | { kind: 'choice'; parts: Block[]; taken: number }
  | { kind: 'loop'; body: Block; rounds: number };

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const parts = fc.array(tie('block'), { minLength: 2, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('task' as const) }),
      fc.record({ kind: fc.constantFrom('sequence' as const, 'fork' as const), parts }),
      fc.record({ kind: fc.constant('choice' as const), parts, taken: fc.nat(2) }),
      fc.record({ kind: fc.constant('loop' as const), body: tie('block'), rounds: fc.integer({ min: 1, max: 3 }) }),
    ),
  };
});

/** What is left to do, by the reference: no graph, no tokens; a task done is taken off the front of its block. */
type Rest = { task: string } | { inTurn: Rest[] } | { atOnce: Rest[] };
const open = (rest: Rest): string[] => {
  if ('task' in rest) return [rest.task];
  if ('atOnce' in rest) return rest.atOnce.flatMap(open);
  const [first] = rest.inTurn;
  return first ? open(first) : [];
};
const isDone = (rest: Rest): boolean => open(rest).length === 0;
const without = (rest: Rest, task: string): Rest => {
  if ('task' in rest) return { inTurn: [] };
  if ('atOnce' in rest)
    return { atOnce: rest.atOnce.map((part) => (open(part).includes(task) ? without(part, task) : part)) };
  const [first, ...later] = rest.inTurn;
  if (!first) return rest;
  const left = without(first, task);
  return { inTurn: isDone(left) ? later : [left, ...later] };
};

/** Draws a block between `from` and the id it answers; the reference of the same block is built beside it. */
class Sketch {
  readonly elements: string[] = [];
  readonly lines: string[] = [];
  readonly variables: Record<string, number> = {};
  private last = 0;

  private add(prefix: string, make: (id: string) => string): string {
    this.last += 1;
    const id = `${prefix}${this.last}`;
    this.elements.push(make(id));
    return id;
  }
  private flow(from: string, to: string, condition?: string): void {
    this.lines.push(condition === undefined ? `${from} -> ${to}` : `${from} -> ${to} : ${condition}`);
  }

  draw(drawn: Block, from: string, condition?: string): { to: string; rest: Rest } {
    switch (drawn.kind) {
      case 'task': {
        const task = this.add('task', (id) => node('userTask', id));
        this.flow(from, task, condition);
        return { to: task, rest: { task } };
      }
      case 'sequence': {
        const inTurn: Rest[] = [];
        let to = from;
        for (const [index, part] of drawn.parts.entries()) {
          const made = this.draw(part, to, index === 0 ? condition : undefined);
          inTurn.push(made.rest);
          to = made.to;
        }
        return { to, rest: { inTurn } };
      }
      case 'fork': {
        const fork = this.add('fork', (id) => node('parallelGateway', id));
        this.flow(from, fork, condition);
        const made = drawn.parts.map((part) => this.draw(part, fork));
        const join = this.add('join', (id) => node('parallelGateway', id));
        for (const { to } of made) this.flow(to, join);
        return { to: join, rest: { atOnce: made.map(({ rest }) => rest) } };
      }
      case 'choice': {
        const split = this.add('split', (id) => node('exclusiveGateway', id));
        this.flow(from, split, condition);
        const taken = drawn.taken % drawn.parts.length;
        this.variables[split] = taken;
        const made = drawn.parts.map((part, index) => this.draw(part, split, `${split} = ${index}`));
        const merge = this.add('merge', (id) => node('exclusiveGateway', id));
        for (const { to } of made) this.flow(to, merge);
        return { to: merge, rest: made[taken]?.rest ?? { inTurn: [] } };
      }
      case 'loop': {
        const reset = this.add('reset', (id) => script(id, '=0', `n${id}`));
        this.flow(from, reset, condition);
        const again = this.add('again', (id) => node('exclusiveGateway', id));
        this.flow(reset, again);
        const body = this.draw(drawn.body, again);
        const count = this.add('count', (id) => script(id, `=n${reset} + 1`, `n${reset}`));
        this.flow(body.to, count);
        const enough = this.add('enough', (id) => node('exclusiveGateway', id));
        this.flow(count, enough);
        this.flow(enough, again, `n${reset} < ${drawn.rounds}`);
        const out = this.add('out', (id) => node('intermediateThrowEvent', id));
        this.flow(enough, out, `n${reset} >= ${drawn.rounds}`);
        return { to: out, rest: { inTurn: Array.from({ length: drawn.rounds }, () => body.rest) } };
      }
    }
  }
}

test('any structured model, its tasks done in any order, opens what the reference opens and ends when it ends', async () => {
  await fc.assert(
    fc.asyncProperty(block, fc.infiniteStream(fc.nat(20)), async (drawn, picks) => {
      const sketch = new Sketch();
      const { to, rest } = sketch.draw(drawn, 'start');
      const elements = [node('startEvent', 'start'), ...sketch.elements, node('endEvent', 'end')];
      const play = new Play(await draw(elements, [...sketch.lines, `${to} -> end`].join('\n')), sketch.variables);
      for (let left = rest; !isDone(left);) {
        const expected = open(left).sort();
        expect([...play.tasks()].sort()).toEqual(expected);
        expect(play.outcome).toBeUndefined();
        const task = expected[(picks.next().value ?? 0) % expected.length] ?? '';
        play.complete(task);
        left = without(left, task);
      }
      expect(play.outcome).toBe('end');
      expect(play.state.instances).toEqual({});
      const arrived = Object.values(play.state.scopes['0']?.arrived ?? {}).flatMap((flows) => Object.values(flows));
      expect(arrived.every((count) => count === 0)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
