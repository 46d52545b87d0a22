import type { Json, JsonObject } from '../../processes/language/ids.ts';
import { ok, type Result } from '../../processes/language/failure.ts';
import type { InstanceId } from './contract.ts';
import { evaluate, type Expression, type Lookup } from './feel.ts';
import type { Mapping, Source } from './graph.ts';
import { changeScope, instanceOf, type Run } from './run.ts';
import { rootScope, type EngineState } from './state.ts';

/** Scopes from the one given outwards to its process. */
const outwards = (state: EngineState, from: InstanceId): InstanceId[] => {
  const ids: InstanceId[] = [];
  for (let id: InstanceId | undefined = from; id !== undefined; id = state.scopes[id]?.parent) ids.push(id);
  return ids;
};

/** The variables of the main process are the case's; another process has its own and sees no others. */
const variablesOf = (state: EngineState, scope: InstanceId): JsonObject =>
  scope === rootScope ? state.variables : (state.scopes[scope]?.locals ?? {});

/** All variables seen from a scope: inner ones hide outer ones. */
export const visibleIn = (state: EngineState, scope: InstanceId): JsonObject =>
  outwards(state, scope).reduceRight<JsonObject>((seen, id) => ({ ...seen, ...variablesOf(state, id) }), {});

/** Looks a name up from a scope outwards. */
export const lookupFrom =
  (run: Run, scope: InstanceId, ...nearer: (JsonObject | undefined)[]): Lookup =>
  (name) => {
    const scopes = outwards(run.state, scope).map((id) => variablesOf(run.state, id));
    return [...nearer, ...scopes].find((known) => known && Object.hasOwn(known, name))?.[name];
  };

/** Looks a name up as an element instance sees it: what it was just given, its input mapping, its scopes, the case. */
export const lookupIn = (run: Run, id: InstanceId, given: JsonObject = {}): Lookup => {
  const { scope, locals } = instanceOf(run, id);
  return lookupFrom(run, scope, given, locals);
};

/** Sets a variable in the nearest scope that has it, in the process otherwise. */
export const assign = (run: Run, scope: InstanceId, name: string, value: Json): void => {
  run.unsettled = true;
  const scopes = outwards(run.state, scope);
  const owner = scopes.find((id) => Object.hasOwn(variablesOf(run.state, id), name)) ?? scopes.at(-1) ?? rootScope;
  setIn(run, owner, { [name]: value });
};

/** Sets variables in just that scope. */
export const setIn = (run: Run, scope: InstanceId, variables: JsonObject): void => {
  run.unsettled = true;
  if (scope === rootScope) run.state.variables = { ...run.state.variables, ...variables };
  else changeScope(run, scope, { locals: { ...run.state.scopes[scope]?.locals, ...variables } });
};

export const isContext = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withEntry = (context: JsonObject, name: string, path: string[], value: Json): JsonObject => {
  const [next, ...rest] = path;
  if (next === undefined) return { ...context, [name]: value };
  const inner = context[name];
  return { ...context, [name]: withEntry(isContext(inner) ? inner : {}, next, rest, value) };
};

export const evaluateIn = (run: Run, id: InstanceId, expression: Expression, given?: JsonObject): Result<Json> =>
  evaluate(expression, lookupIn(run, id, given), run.now);

export const sourceValue = (source: Source, lookup: Lookup, run: Run): Result<Json> =>
  'text' in source ? ok(source.text) : evaluate(source, lookup, run.now);

/** Evaluates mappings in order; each may read what those before it made. A dotted target changes one entry of what `base` has. */
export const mapped = (
  run: Run,
  id: InstanceId,
  mappings: Mapping[],
  { given = {}, base = {} }: { given?: JsonObject; base?: JsonObject } = {},
): Result<JsonObject> => {
  let made: JsonObject = {};
  for (const { target, source } of mappings) {
    const value = sourceValue(source, lookupIn(run, id, { ...given, ...made }), run);
    if (!value.ok) return value;
    const [name = target, ...path] = target.split('.');
    const known = made[name] ?? base[name];
    made = { ...made, ...withEntry(known === undefined ? {} : { [name]: known }, name, path, value.value) };
  }
  return ok(made);
};
