import { FeelFunction } from 'feelin';
import * as decimal from './decimal.ts';
import { ofFeelin } from './of-feelin.ts';
import type { Note } from './operators.ts';

type OfNumbers = { names: string[]; compute: (...numbers: number[]) => number | null; optional?: number };
type OfList = (numbers: number[]) => number | null;

const rounding = (how: decimal.Rounding, optional?: number): OfNumbers => ({
  names: ['n', 'scale'],
  compute: (n, scale = 0) => (Number.isInteger(scale) ? decimal.round(n, scale, how) : null),
  ...(optional === undefined ? {} : { optional }),
});

const ofNumbers: Record<string, OfNumbers> = {
  decimal: rounding('halfEven'),
  floor: rounding('floor', 1),
  ceiling: rounding('ceiling', 1),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('halfUp'),
  'round half down': rounding('halfDown'),
  abs: { names: ['n'], compute: Math.abs },
  sqrt: { names: ['number'], compute: (number) => (number < 0 ? null : decimal.squareRoot(number)) },
  modulo: {
    names: ['dividend', 'divisor'],
    compute: (dividend, divisor) => (divisor === 0 ? null : decimal.modulo(dividend, divisor)),
  },
};

const ofLists: Record<string, OfList> = {
  sum: decimal.sum,
  product: decimal.product,
  mean: decimal.mean,
  median: decimal.median,
  stddev: (numbers) => (numbers.length < 2 ? null : decimal.standardDeviation(numbers)),
  min: (numbers) => Math.min(...numbers),
  max: (numbers) => Math.max(...numbers),
};

export const numericNames: ReadonlySet<string> = new Set([...Object.keys(ofNumbers), ...Object.keys(ofLists)]);

const areNumbers = (values: unknown[]): values is number[] => values.every((value) => typeof value === 'number');
/** A list of one stands for what is in it (DMN 1.3, 10.3.2.9.4). */
const single = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;

const numberFunction = (name: string, { names, compute, optional = 0 }: OfNumbers, note: Note): FeelFunction =>
  new FeelFunction((...given: unknown[]) => {
    const values = given.map(single).filter((value, index) => value !== undefined || index < names.length - optional);
    const value = areNumbers(values) ? compute(...values) : ofFeelin(name).call(...given);
    if (value !== null) return value;
    note(`${name} has no value for what it was given`);
    return null;
  }, names);

const listFunction = (name: string, compute: OfList, note: Note): FeelFunction =>
  new FeelFunction(
    (...given: unknown[]) => {
      const [first] = given;
      const values = given.length === 1 && Array.isArray(first) ? (first as unknown[]) : given;
      // of nothing there is neither sum nor mean: FEEL says null, and that is no fault
      if (values.length === 0) return null;
      if (areNumbers(values)) return compute(values);
      const ordered = name === 'min' || name === 'max' ? extreme(values, name) : null;
      if (ordered === null) note(`${name} expects numbers`);
      return ordered;
    },
    ['...list'],
  );

/** The least or greatest of texts, dates or durations; null where two of them have no order. */
const extreme = (values: unknown[], name: 'min' | 'max'): unknown => {
  const { call: precedes } = ofFeelin('function(a, b) a < b');
  const { call: same } = ofFeelin('function(a, b) a = b');
  let [found] = values;
  for (const value of values) {
    const [before, after] = name === 'min' ? [value, found] : [found, value];
    if (precedes(before, after) === true) found = value;
    else if (precedes(after, before) !== true && same(before, after) !== true) return null;
  }
  return found ?? null;
};

/** FEEL's functions of numbers, in decimal. */
export const numericFunction = (name: string, note: Note): FeelFunction => {
  const list = ofLists[name];
  if (list) return listFunction(name, list, note);
  const known = ofNumbers[name];
  if (!known) throw new Error(`Expected a function of numbers but got ${name}`);
  return numberFunction(name, known, note);
};
