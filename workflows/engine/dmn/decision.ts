import type { Expression } from '../feel/expression.ts';

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
/** `SUM` +, `MIN` <, `MAX` >, `COUNT` #. */
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export type Output = {
  name: string;
  /** allowed values in order of priority, highest first; demanded by PRIORITY and OUTPUT ORDER */ values?: Expression;
  default?: Expression;
};
/** `tests` stand in the order of the inputs, `null` where the cell is `-`; a test reads its input as `_input`. */
export type Rule = { tests: (Expression | null)[]; outputs: Expression[] };
export type Table = {
  kind: 'table';
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  inputs: Expression[];
  outputs: Output[];
  rules: Rule[];
};
export type Literal = { kind: 'literal'; expression: Expression };

/** A compiled decision. Its result is known to decisions that require it under `variable`. */
export type Decision = { id: string; name: string; variable: string; requires: string[]; logic: Table | Literal };
