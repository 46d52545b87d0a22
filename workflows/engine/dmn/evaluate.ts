import type { Instant, Json } from '../../../processes/language/ids.ts';
import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import type { Lookup } from '../feel.ts';
import type { Decision, Service } from './decision.ts';
import { evaluateLogic } from './evaluate-logic.ts';
import { fit } from './fit.ts';
import { allOf, within, type Closure, type Scope } from './scope.ts';

type Decisions = Record<string, Decision>;
/** One call: what is given from outside, and what has been evaluated so far. */
type Run = { decisions: Decisions; outer: Scope; given: string[]; results: Map<string, Result<Json>> };

/**
 * The result of a decision or decision service and of the decisions it requires, each evaluated once. A required decision is
 * known under its variable's name, which hides a variable of the case. Fails as its expressions do, when a value is not
 * of its type, or when the hit policy is broken.
 */
export const evaluateDecision = (decisions: Decisions, id: string, lookup: Lookup, now: Instant): Result<Json> => {
  const called = decisions[id];
  const service = called?.logic.kind === 'service' ? called.logic : undefined;
  const outer: Scope = { lookup, functions: new Map(), now };
  const run: Run = { decisions, outer, given: service?.given ?? [], results: new Map() };
  if (!called || !service) return resultOf(id, run);
  const result = outputsOf(service, run);
  return result.ok ? explained(called, fit(result.value, service.type, now)) : result;
};

/** One output decision gives the result itself, several give a context (DMN 1.3, 10.4). */
const outputsOf = ({ outputs }: Service, run: Run): Result<Json> => {
  const values = allOf(outputs, (id) => resultOf(id, run));
  if (!values.ok) return values;
  if (outputs.length === 1) return ok(values.value[0] ?? null);
  const names = outputs.map((id) => run.decisions[id]?.variable ?? id);
  return ok(Object.fromEntries(names.map((name, index) => [name, values.value[index] ?? null])));
};

const resultOf = (id: string, run: Run): Result<Json> => {
  const known = run.results.get(id);
  if (known) return known;
  const result = evaluated(id, run);
  run.results.set(id, result);
  return result;
};

const evaluated = (id: string, run: Run): Result<Json> => {
  const decision = run.decisions[id];
  if (!decision) return fail('unknownReference', { detail: `There is no decision ${id}` });
  const required = decision.requires.filter((each) => !run.given.includes(each));
  const results = allOf(required, (each) => resultOf(each, run));
  if (!results.ok) return results;
  const inputs = inputsOf(decision, run.outer);
  if (!inputs.ok) return explained(decision, inputs);
  const seen = new Map([
    ...inputs.value,
    ...required.map((each, index) => [run.decisions[each]?.variable ?? each, results.value[index] ?? null] as const),
  ]);
  const scope = { ...within(run.outer, seen), functions: functionsOf(decision, run) };
  return explained(decision, evaluateLogic(decision.logic, scope));
};

/** Typed input data that is there; what is missing is so only where an expression reads it. */
const inputsOf = ({ inputs = [] }: Decision, { lookup, now }: Scope): Result<[string, Json][]> => {
  const values: [string, Json][] = [];
  for (const { name, type } of inputs) {
    const value = lookup(name);
    if (value === undefined) continue;
    const fitted = fit(value, type, now);
    if (!fitted.ok) return fail(fitted.failure, { detail: `${name}: ${fitted.detail ?? fitted.failure}` });
    values.push([name, fitted.value]);
  }
  return ok(values);
};

/** Bodies of business knowledge models see their parameters and the models they require, never the case. */
const functionsOf = ({ knowledge = [] }: Decision, run: Run): Map<string, Closure> => {
  const functions = new Map<string, Closure>();
  for (const id of knowledge) {
    const known = run.decisions[id];
    if (known?.logic.kind !== 'function') continue;
    const scope: Scope = { lookup: () => undefined, functions: functionsOf(known, run), now: run.outer.now };
    functions.set(known.variable, { definition: known.logic, scope });
  }
  return functions;
};

const explained = <Value>({ id }: Decision, result: Result<Value>): Result<Value> =>
  result.ok ? result : fail(result.failure, { detail: `Decision ${id}: ${result.detail ?? result.failure}` });
