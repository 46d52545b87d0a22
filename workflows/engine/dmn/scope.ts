import type { Instant, Json } from '../../../processes/language/ids.ts';
import { ok, type Result } from '../../../processes/language/failure.ts';
import { evaluate, type Expression, type Lookup } from '../feel.ts';
import type { FunctionDefinition } from './decision.ts';

/** A function with the scope that its body sees besides its parameters. */
export type Closure = { definition: FunctionDefinition; scope: Scope };
/** What logic sees while it is evaluated. */
export type Scope = { lookup: Lookup; functions: Map<string, Closure>; now: Instant };

/** The scope with values that hide those of the same name. */
export const within = (scope: Scope, values: Map<string, Json>): Scope => ({
  ...scope,
  lookup: (name) => (values.has(name) ? values.get(name) : scope.lookup(name)),
});

export const valueOf = (expression: Expression, { lookup, now }: Scope): Result<Json> =>
  evaluate(expression, lookup, now);

/** The values of all, or the first failure. */
export const allOf = <Part>(parts: Part[], value: (part: Part, index: number) => Result<Json>): Result<Json[]> => {
  const values: Json[] = [];
  for (const [index, part] of parts.entries()) {
    const result = value(part, index);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
};
