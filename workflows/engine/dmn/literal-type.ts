import type { Report } from '../compile/problems.ts';
import { evaluate, type Expression } from '../feel.ts';
import { fit } from './fit.ts';
import { literalsIn, noTime } from './literals.ts';
import { typeName, type Type } from './type.ts';

/** Reports a constant that is not of the type its place demands; what is computed is checked when it is. */
export const checkResult = (expression: Expression, type: Type | undefined, at: string, report: Report): void => {
  if (!type || expression.reads.length > 0 || !literalsIn(expression).plain) return;
  const value = evaluate(expression, () => undefined, noTime);
  if (value.ok && !fit(value.value, type, noTime).ok)
    report(at, 'model.valueMisfit', { expression: expression.feel, type: typeName(type) });
};

const compared = new Set<string>(['number', 'string', 'boolean', 'date', 'dateTime']);

/** Reports a unary test that compares its input with a literal of another type or a day that is none: it could never hold. */
export const checkTest = (test: Expression | null, type: Type | undefined, at: string, report: Report): void => {
  if (!test) return;
  const { literals, plain, impossible } = literalsIn(test);
  if (impossible !== undefined) report(at, 'model.cellInvalid', { cell: impossible });
  if (!type || !compared.has(type.kind)) return;
  const odd = plain ? literals.find(({ kind }) => kind !== type.kind) : undefined;
  if (odd) report(at, 'model.valueMisfit', { expression: odd.text, type: typeName(type) });
};
