import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { draw } from './drawing.ts';
import { Play } from './playing.ts';
import { inputsFor, loose } from './random-courses.ts';
import { drawings } from './random-graphs.ts';

test('any drawing that compiles stays sound whatever happens to it in whatever order, and never waits for nothing', async () => {
  await fc.assert(
    fc.asyncProperty(drawings, fc.array(fc.nat(1000), { maxLength: 40 }), async ({ elements, lines }, picks) => {
      const play = new Play(await draw(elements, lines), { n: 0 });
      for (const [count, pick] of picks.entries()) {
        expect(loose(play.state)).toEqual([]);
        if (play.state.status === 'ended') break;
        expect(play.awaits()).not.toEqual([]);
        const inputs = inputsFor(play.graph, play.state, count);
        play.take(inputs[pick % inputs.length]!);
      }
      if (play.state.status === 'ended') expect([play.awaits(), play.tokens()]).toEqual([[], []]);
    }),
    { numRuns: 120 },
  );
});
