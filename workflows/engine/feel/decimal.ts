import { Big } from 'big.js';

/**
 * Decimal arithmetic over JSON numbers. A number means the shortest decimal that denotes it (0.1 is one tenth), is computed
 * with as such and rounded once, to the nearest JSON number: exact wherever the result has at most 15 significant digits.
 * DMN 1.3, 10.3.2.3.1 wants 34 digits between the steps too; a quotient without end keeps 16 or 17 here.
 */
const Decimal = Big();
/** places after the point of a quotient or root, before it becomes a JSON number */
Decimal.DP = 40;
Decimal.RM = 2; // half even

const modes = { down: 0, halfUp: 1, halfEven: 2, up: 3 } as const;
const whole = Number.isSafeInteger;

/** Whole amounts are added, subtracted and multiplied by the machine: below 2^53 it is exact. */
export const add = (a: number, b: number): number =>
  whole(a) && whole(b) && whole(a + b) ? a + b : new Decimal(a).plus(b).toNumber();
export const subtract = (a: number, b: number): number =>
  whole(a) && whole(b) && whole(a - b) ? a - b : new Decimal(a).minus(b).toNumber();
export const multiply = (a: number, b: number): number =>
  whole(a) && whole(b) && whole(a * b) ? a * b : new Decimal(a).times(b).toNumber();
/** `b` is not 0. The machine's quotient of two whole numbers is the nearest number already. */
export const divide = (a: number, b: number): number =>
  whole(a) && whole(b) ? a / b : new Decimal(a).div(b).toNumber();

/** Beyond it the exact power has thousands of digits, and no rate compounds that long. */
const greatestExponent = 1_000;
export const power = (base: number, exponent: number): number => {
  if (!whole(exponent) || Math.abs(exponent) > greatestExponent) return base ** exponent;
  const exact = new Decimal(base).pow(Math.abs(exponent));
  return exponent < 0 ? 1 / exact.toNumber() : exact.toNumber();
};

export const squareRoot = (a: number): number => new Decimal(a).sqrt().toNumber();

/** FEEL's modulo has the sign of the divisor (DMN 1.3, table 76): what is left of whole divisors counted towards minus infinity. */
export const modulo = (a: number, b: number): number => {
  const quotient = new Decimal(a).div(b);
  const times = quotient.round(0, quotient.lt(0) ? modes.up : modes.down);
  return new Decimal(a).minus(times.times(b)).toNumber();
};

export const sum = (numbers: number[]): number => numbers.reduce(add, 0);
export const product = (numbers: number[]): number => numbers.reduce(multiply, 1);
export const mean = (numbers: number[]): number => divide(sum(numbers), numbers.length);
export const median = (numbers: number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return mean(middle);
};
/** Sample standard deviation, as DMN has it: of fewer than two numbers there is none. */
export const standardDeviation = (numbers: number[]): number => {
  const centre = mean(numbers);
  const squares = numbers.map((number) => power(subtract(number, centre), 2));
  return squareRoot(divide(sum(squares), numbers.length - 1));
};

/** How a number that does not fit is rounded; `floor` and `ceiling` go by value, the others by distance from 0. */
export type Rounding = 'halfEven' | 'halfUp' | 'halfDown' | 'up' | 'down' | 'floor' | 'ceiling';

const modeOf = (rounding: Rounding, number: Big, scale: number): 0 | 1 | 2 | 3 => {
  const negative = number.lt(0);
  if (rounding === 'floor') return negative ? modes.up : modes.down;
  if (rounding === 'ceiling') return negative ? modes.down : modes.up;
  if (rounding !== 'halfDown') return modes[rounding];
  const rest = number.minus(number.round(scale, modes.down)).abs();
  return rest.gt(new Decimal(`5e${-scale - 1}`)) ? modes.up : modes.down;
};

/** Rounds to `scale` places after the point; negative: before it. */
export const round = (value: number, scale: number, rounding: Rounding): number => {
  const number = new Decimal(value);
  return number.round(scale, modeOf(rounding, number, scale)).toNumber();
};
