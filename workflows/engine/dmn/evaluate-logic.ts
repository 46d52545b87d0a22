import type { Json } from '../../../processes/language/ids.ts';
import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import type { BoxedContext, Invocation, Logic } from './decision.ts';
import { fit } from './fit.ts';
import { allOf, valueOf, within, type Scope } from './scope.ts';
import { evaluateTable } from './table.ts';

type Inline = Exclude<Logic, { kind: 'service' }>;

/** The result of boxed logic of any kind, of the type that it declares. */
export const evaluateLogic = (logic: Logic, scope: Scope): Result<Json> => {
  if (logic.kind === 'service') return fail('expressionFailed', { detail: 'A decision service is no expression' });
  const result = untyped(logic, scope);
  return result.ok ? fit(result.value, logic.type, scope.now) : result;
};

const untyped = (logic: Inline, scope: Scope): Result<Json> => {
  switch (logic.kind) {
    case 'literal':
      return valueOf(logic.expression, scope);
    case 'table':
      return evaluateTable(logic, scope);
    case 'context':
      return contextOf(logic, scope);
    case 'list':
      return allOf(logic.elements, (element) => evaluateLogic(element, scope));
    case 'invocation':
      return invoke(logic, scope);
    case 'function':
      return fail('expressionFailed', { detail: 'The result is a function and no data' });
  }
};

const contextOf = ({ entries, result }: BoxedContext, outer: Scope): Result<Json> => {
  const values = new Map<string, Json>();
  const scope: Scope = { ...within(outer, values), functions: new Map(outer.functions) };
  for (const { name, value } of entries) {
    scope.functions.delete(name);
    if (value.kind === 'function') {
      scope.functions.set(name, { definition: value, scope });
      continue;
    }
    const entry = evaluateLogic(value, scope);
    if (!entry.ok) return entry;
    values.set(name, entry.value);
  }
  return result ? evaluateLogic(result, scope) : ok(Object.fromEntries(values));
};

const invoke = ({ called, bindings }: Invocation, scope: Scope): Result<Json> => {
  const closure = scope.functions.get(called);
  if (!closure) return fail('unknownReference', { detail: `There is no function ${called}` });
  const { parameters, body } = closure.definition;
  const values = allOf(parameters, ({ name, type }) => {
    const binding = bindings.find((each) => each.name === name);
    const argument = binding ? evaluateLogic(binding.value, scope) : ok(null);
    return argument.ok ? fit(argument.value, type, scope.now) : argument;
  });
  if (!values.ok) return values;
  const bound = new Map(parameters.map(({ name }, index) => [name, values.value[index] ?? null]));
  return evaluateLogic(body, within(closure.scope, bound));
};
