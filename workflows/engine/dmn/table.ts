import type { Instant, Json } from '../../../processes/language/ids.ts';
import { ok, type Result } from '../../../processes/language/failure.ts';
import { evaluate, type Expression, type Lookup } from '../feel.ts';
import type { Rule, Table } from './decision.ts';
import { applyHitPolicy, type Priorities } from './hit-policy.ts';

/** Name under which a test reads the value of its input. */
export const inputName = '_input';

const evaluateAll = (expressions: Expression[], lookup: Lookup, now: Instant): Result<Json[]> => {
  const values: Json[] = [];
  for (const expression of expressions) {
    const value = evaluate(expression, lookup, now);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
};

/** Whether every test of the rule holds; the rest is not looked at after the first that does not. */
const matches = (rule: Rule, inputs: Json[], lookup: Lookup, now: Instant): Result<boolean> => {
  for (const [index, test] of rule.tests.entries()) {
    if (!test) continue;
    const value = evaluate(test, (name) => (name === inputName ? (inputs[index] ?? null) : lookup(name)), now);
    if (!value.ok) return value;
    if (value.value !== true) return ok(false);
  }
  return ok(true);
};

/** Evaluates a decision table by DMN 1.3. The default outputs count only where every output has one. */
export const evaluateTable = (table: Table, lookup: Lookup, now: Instant): Result<Json> => {
  const inputs = evaluateAll(table.inputs, lookup, now);
  if (!inputs.ok) return inputs;
  const hits: Json[][] = [];
  for (const rule of table.rules) {
    const hit = matches(rule, inputs.value, lookup, now);
    if (!hit.ok) return hit;
    if (!hit.value) continue;
    const outputs = evaluateAll(rule.outputs, lookup, now);
    if (!outputs.ok) return outputs;
    hits.push(outputs.value);
    if (table.hitPolicy === 'FIRST') break;
  }
  if (hits.length === 0) return noHit(table, lookup, now);
  const priorities = prioritiesOf(table, lookup, now);
  return priorities.ok ? applyHitPolicy(table, hits, priorities.value) : priorities;
};

const prioritiesOf = (table: Table, lookup: Lookup, now: Instant): Result<Priorities> => {
  const lists: Priorities = [];
  for (const { values } of table.outputs) {
    const list = values ? evaluate(values, lookup, now) : ok([]);
    if (!list.ok) return list;
    lists.push(Array.isArray(list.value) ? list.value : [list.value]);
  }
  return ok(lists);
};

const noHit = (table: Table, lookup: Lookup, now: Instant): Result<Json> => {
  const defaults = table.outputs.map((output) => output.default).filter((value) => value !== undefined);
  if (table.hitPolicy !== 'COLLECT' && defaults.length === table.outputs.length) {
    const values = evaluateAll(defaults, lookup, now);
    return values.ok ? applyHitPolicy(table, [values.value], []) : values;
  }
  return applyHitPolicy(table, [], []);
};
