import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { gapIn, leftOf, meeting, type Answer } from '../../../../workflows/engine/dmn/cover.ts';
import type { Table } from '../../../../workflows/engine/dmn/decision.ts';
import { spaceOf, type Space } from '../../../../workflows/engine/dmn/space.ts';
import { testFrom } from '../../../../workflows/engine/dmn/unary-test.ts';
import { readExpression } from '../../../../workflows/engine/feel.ts';

/** A range over quarters from 0 to 3; `undefined` is `-`. */
type Range = { low: number; high: number; openLow: boolean; openHigh: boolean } | undefined;
type Box = Range[];
const inputs = ['a', 'b'];

const quarter = fc.integer({ min: 0, max: 12 }).map((each) => each / 4);
const range: fc.Arbitrary<Range> = fc.option(
  fc.record({ low: quarter, high: quarter, openLow: fc.boolean(), openHigh: fc.boolean() }),
  { nil: undefined, freq: 4 },
);
const boxes = fc.array(fc.tuple(range, range), { minLength: 1, maxLength: 8 });

const read = (feel: string) => {
  const expression = readExpression(feel);
  if ('problem' in expression) throw new Error(`Expected FEEL but got ${feel}`);
  return expression;
};
/** Half-lines and single values are written as people write them, the rest as ranges. */
const cell = (of: Range): string => {
  if (!of) return '-';
  const { low, high, openLow, openHigh } = of;
  if (high < low) return `${openHigh ? '<' : '<='} ${low}`;
  if (high === low && !openLow && !openHigh) return String(low);
  return `${openLow ? '(' : '['}${low}..${high}${openHigh ? ')' : ']'}`;
};
const contains = (of: Range, value: number): boolean => {
  if (!of) return true;
  const { low, high, openLow, openHigh } = of;
  if (high < low) return openHigh ? value < low : value <= low;
  return (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high);
};

const tableOf = (rules: Box[]): Table => ({
  kind: 'table',
  hitPolicy: 'UNIQUE',
  inputs: inputs.map(read),
  inputTypes: inputs.map(() => ({ kind: 'number' })),
  outputs: [{ name: 'o' }],
  rules: rules.map((box) => ({
    tests: box.map((of) => testFrom(cell(of), '', () => {}, read)),
    outputs: [read('1')],
  })),
});

/** Bounds lie on quarters, so eighths from below the lowest to above the highest meet every part there is. */
const eighths = Array.from({ length: 29 }, (_, index) => (index - 2) / 8);
const points = eighths.flatMap((a) => eighths.map((b) => [a, b]));
const covers = (box: Box, point: number[]): boolean => point.every((value, column) => contains(box[column], value));

const space = (rules: Box[]): Space => {
  const made = spaceOf(tableOf(rules));
  if (!made) throw new Error('Expected a space but the table is too large');
  return made;
};
/** The values of an answer; any will do where it names none. */
const valuesOf = ({ axes }: Space, answer: Answer): number[] => {
  if (typeof answer === 'string') throw new Error(`Expected a point but got ${answer}`);
  return answer.map((sample, column) => (sample === undefined ? 1 : Number(axes[column]?.[sample]?.value)));
};

const runs = { numRuns: 300 };

test('two rules overlap where sampling finds a point of both, and the example is one', () => {
  fc.assert(
    fc.property(fc.tuple(range, range), fc.tuple(range, range), (first, second) => {
      const made = space([first, second]);
      const answer = meeting(made, made.boxes[0] ?? [], made.boxes[1] ?? []);
      const sampled = points.some((point) => covers(first, point) && covers(second, point));
      expect(answer !== 'none').toBe(sampled);
      if (!sampled) return;
      const example = valuesOf(made, answer);
      expect([covers(first, example), covers(second, example)]).toEqual([true, true]);
    }),
    runs,
  );
});

test('a table has a gap where sampling finds a point of no rule, and the example is one', () => {
  fc.assert(
    fc.property(boxes, (rules) => {
      const made = space(rules);
      const answer = gapIn(made);
      const sampled = points.some((point) => !rules.some((box) => covers(box, point)));
      expect(answer !== 'none').toBe(sampled);
      if (!sampled) return;
      const example = valuesOf(made, answer);
      expect(rules.some((box) => covers(box, example))).toBe(false);
    }),
    runs,
  );
});

test('a rule is out of reach where sampling finds every point of it in those before', () => {
  fc.assert(
    fc.property(boxes, (rules) => {
      const made = space(rules);
      const last = made.boxes.at(-1) ?? [];
      const before = rules.slice(0, -1);
      const own = points.filter((point) => covers(rules.at(-1) ?? [], point));
      const sampled = own.every((point) => before.some((box) => covers(box, point)));
      // Null is a value too, which ranges never cover and `-` does.
      const nullable = rules.at(-1)?.some((of) => !of) === true;
      const answer = leftOf(made, last, made.boxes.slice(0, -1));
      if (!nullable || !sampled) expect(answer === 'none').toBe(sampled);
    }),
    runs,
  );
});
