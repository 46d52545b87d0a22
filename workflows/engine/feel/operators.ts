import { FeelFunction } from 'feelin';
import { add, divide, multiply, power, subtract } from './decimal.ts';
import { ofFeelin } from './of-feelin.ts';

/** Told what went wrong in one evaluation. */
export type Note = (fault: string) => void;

type Operator = { compute: (a: number, b: number) => number; verb: string };
const operators = {
  '+': { compute: add, verb: 'add {right} to {left}' },
  '-': { compute: subtract, verb: 'subtract {right} from {left}' },
  '*': { compute: multiply, verb: 'multiply {left} by {right}' },
  '/': { compute: divide, verb: 'divide {left} by {right}' },
  '**': { compute: power, verb: 'raise {left} to {right}' },
} satisfies Record<string, Operator>;
export type OperatorSign = keyof typeof operators;

export const isOperator = (text: string): text is OperatorSign => Object.hasOwn(operators, text);

/** An operator as the engine has it: decimal for numbers, FEEL's for all else; what has no value is noted. */
export const operatorFunction = (sign: OperatorSign, note: Note): FeelFunction => {
  const { compute, verb } = operators[sign];
  const impossible = (): null => {
    note(`Can't ${verb}`);
    return null;
  };
  const withNumbers = (left: number, right: number): number | null => {
    if (sign === '/' && right === 0) return impossible();
    if (!isHeld(left) || !isHeld(right)) note('A whole number is beyond 2^53');
    return compute(left, right);
  };
  return new FeelFunction(
    (left: unknown, right: unknown) => {
      if (typeof left === 'number' && typeof right === 'number') return withNumbers(left, right);
      const { call, warnings } = ofFeelin(`function(left, right) left ${sign} right`);
      const value = call(left, right);
      warnings.length = 0;
      return value ?? impossible();
    },
    ['left', 'right'],
  );
};

/** Past 2^53 neighbouring whole numbers are one: a difference of them would be wrong without a word. */
const isHeld = (number: number): boolean => !Number.isInteger(number) || Number.isSafeInteger(number);

/**
 * `and` and `or` are three-valued (DMN 1.3, table 50). The right side is given as a function and not asked where the left one
 * decides, so that `x != null and x.y = 1` does not fail for want of `y`.
 */
export const logicFunction = (deciding: boolean): FeelFunction =>
  new FeelFunction(
    (left: unknown, right: FeelFunction) => {
      if (left === deciding) return deciding;
      const other: unknown = right.fn();
      if (other === deciding) return deciding;
      return left === !deciding && other === !deciding ? !deciding : null;
    },
    ['left', 'right'],
  );
