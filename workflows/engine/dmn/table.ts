import type { Json } from '../../../processes/language/ids.ts';
import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import type { Expression } from '../feel.ts';
import type { Rule, Table } from './decision.ts';
import { fit } from './fit.ts';
import { applyHitPolicy, type Priorities } from './hit-policy.ts';
import { inputName } from './input-name.ts';
import { allOf, valueOf, within, type Scope } from './scope.ts';
import type { Type } from './type.ts';

/** The value of an expression as its column's type; a misfit names the column, never the value. */
const typed = (expression: Expression, type: Type | null | undefined, name: string, scope: Scope): Result<Json> => {
  const value = valueOf(expression, scope);
  if (!value.ok || !type) return value;
  const fitted = fit(value.value, type, scope.now);
  return fitted.ok ? fitted : fail(fitted.failure, { detail: `${name}: ${fitted.detail ?? fitted.failure}` });
};

/** Whether every test of the rule holds; the rest is not looked at after the first that does not. */
const matches = (rule: Rule, inputs: Json[], scope: Scope): Result<boolean> => {
  for (const [index, test] of rule.tests.entries()) {
    if (!test) continue;
    const value = valueOf(test, within(scope, new Map([[inputName, inputs[index] ?? null]])));
    if (!value.ok) return value;
    if (value.value !== true) return ok(false);
  }
  return ok(true);
};

const outputsOf = (table: Table, expressions: Expression[], scope: Scope): Result<Json[]> =>
  allOf(expressions, (expression, index) => {
    const output = table.outputs[index];
    return typed(expression, output?.type, output?.name ?? '', scope);
  });

/** Evaluates a decision table by DMN 1.3. The default outputs count only where every output has one. */
export const evaluateTable = (table: Table, scope: Scope): Result<Json> => {
  const inputs = allOf(table.inputs, (input, index) => typed(input, table.inputTypes?.[index], input.feel, scope));
  if (!inputs.ok) return inputs;
  const hits: Json[][] = [];
  for (const rule of table.rules) {
    const hit = matches(rule, inputs.value, scope);
    if (!hit.ok) return hit;
    if (!hit.value) continue;
    const outputs = outputsOf(table, rule.outputs, scope);
    if (!outputs.ok) return outputs;
    hits.push(outputs.value);
    if (table.hitPolicy === 'FIRST') break;
  }
  if (hits.length === 0) return noHit(table, scope);
  const priorities = prioritiesOf(table, scope);
  return priorities.ok ? applyHitPolicy(table, hits, priorities.value, scope.now) : priorities;
};

const prioritiesOf = (table: Table, scope: Scope): Result<Priorities> => {
  const lists: Priorities = [];
  for (const { values } of table.outputs) {
    const list = values ? valueOf(values, scope) : ok([]);
    if (!list.ok) return list;
    lists.push(Array.isArray(list.value) ? list.value : [list.value]);
  }
  return ok(lists);
};

const noHit = (table: Table, scope: Scope): Result<Json> => {
  const defaults = table.outputs.map((output) => output.default).filter((value) => value !== undefined);
  if (table.hitPolicy !== 'COLLECT' && defaults.length === table.outputs.length) {
    const values = outputsOf(table, defaults, scope);
    return values.ok ? applyHitPolicy(table, [values.value], [], scope.now) : values;
  }
  return applyHitPolicy(table, [], [], scope.now);
};
