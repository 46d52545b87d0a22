import type { Expression } from '../feel/expression.ts';
import type { Type } from './type.ts';

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
/** `SUM` +, `MIN` <, `MAX` >, `COUNT` #. */
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** A named place for a value: formal parameter, input data, column. */
export type Place = { name: string; type?: Type };
type Typed = { /** what the result must be; absent: anything */ type?: Type };

export type Output = Place & {
  /** allowed values in order of priority, highest first; demanded by PRIORITY and OUTPUT ORDER */ values?: Expression;
  default?: Expression;
};
/** `tests` stand in the order of the inputs, `null` where the cell is `-`; a test reads its input as `_input`. */
export type Rule = { tests: (Expression | null)[]; outputs: Expression[] };
export type Table = Typed & {
  kind: 'table';
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  inputs: Expression[];
  /** types of the inputs in their order, `null` for any; absent where no input has one */ inputTypes?: (Type | null)[];
  outputs: Output[];
  rules: Rule[];
};
export type Literal = Typed & { kind: 'literal'; expression: Expression };
/** Entries see those before them. Without `result` the value is a context of the entries. */
export type BoxedContext = Typed & { kind: 'context'; entries: { name: string; value: Logic }[]; result?: Logic };
/** A boxed list, and a boxed relation as the list of contexts that it is. */
export type BoxedList = Typed & { kind: 'list'; elements: Logic[] };
export type FunctionDefinition = Typed & { kind: 'function'; parameters: Place[]; body: Logic };
/** Calls a function by name; what is not bound is null. */
export type Invocation = Typed & { kind: 'invocation'; called: string; bindings: { name: string; value: Logic }[] };
/** A decision service: `given` decisions are the caller's to supply as variables and are not evaluated. */
export type Service = Typed & { kind: 'service'; outputs: string[]; given: string[] };
export type Logic = Table | Literal | BoxedContext | BoxedList | FunctionDefinition | Invocation | Service;

/**
 * A compiled decision, business knowledge model (its logic is a function) or decision service. Its result is known to
 * decisions that require it under `variable`. All that is optional is absent from graphs compiled by 0.1.
 */
export type Decision = {
  id: string;
  name: string;
  variable: string;
  requires: string[];
  /** ids of the business knowledge models it may call */ knowledge?: string[];
  /** input data it requires that is typed: such a variable is checked when it is read */ inputs?: Place[];
  logic: Logic;
};
