import { childOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';
import { tableFrom } from './compile-table.ts';
import { placeOf } from './compile-types.ts';
import type { BoxedContext, FunctionDefinition, Invocation, Logic, Place } from './decision.ts';
import { feelOf, literalReader, type Functions } from './functions.ts';
import { checkResult } from './literal-type.ts';
import { checkNames, type Reader } from './reader.ts';

/** Compiles a boxed expression of any kind. */
export const logicFrom = (element: ModdleElement | undefined, outer: string, reader: Reader): Logic => {
  const at = element?.id ?? outer;
  const type = reader.types.of(element, at);
  return { ...untyped(element, at, outer, reader), ...(type ? { type } : {}) };
};

const untyped = (element: ModdleElement | undefined, at: string, outer: string, reader: Reader): Logic => {
  const read = element ? readers[element.$type] : undefined;
  if (element && read) return read(element, at, reader);
  reader.report(outer, 'model.decisionLogicUnknown', { logic: element?.$type ?? 'none' });
  return { kind: 'literal', expression: { feel: 'null', reads: [] } };
};

const literalFrom = (element: ModdleElement, at: string, { functions, report, types }: Reader): Logic => {
  const expression = literalReader(functions, report)(textOf(element, 'text') ?? 'null', at);
  checkResult(expression, types.of(element, at), at, report);
  return { kind: 'literal', expression };
};

const listFrom = (element: ModdleElement, at: string, reader: Reader): Logic => ({
  kind: 'list',
  elements: listOf(element, 'elements').map((each) => logicFrom(each, at, reader)),
});

const contextFrom = (element: ModdleElement, at: string, reader: Reader): BoxedContext => {
  const within = { ...reader, functions: new Map(reader.functions) };
  const context: BoxedContext = { kind: 'context', entries: [] };
  const names: string[] = [];
  for (const entry of listOf(element, 'contextEntry')) {
    const variable = childOf(entry, 'variable');
    const value = withType(logicFrom(childOf(entry, 'value'), entry.id ?? at, within), variable, at, reader);
    if (!variable) {
      if (context.result) reader.report(at, 'model.resultTwice');
      context.result = value;
      continue;
    }
    const { name } = placeOf(variable, at, reader.types);
    names.push(name);
    context.entries.push({ name, value });
    // An entry hides a function of its name; where it is a function, those after it may call it.
    within.functions.delete(name);
    if (value.kind === 'function') within.functions.set(name, callable(value, within.functions));
  }
  checkNames(names, at, reader.report);
  return context;
};

/** The logic with the type of the variable that holds its result, where it has none of its own. */
export const withType = (logic: Logic, variable: ModdleElement | undefined, at: string, reader: TypeReader): Logic => {
  const type = logic.kind === 'function' ? undefined : reader.types.of(variable, at);
  if (!type || logic.type) return logic;
  if (logic.kind === 'literal') checkResult(logic.expression, type, at, reader.report);
  return { ...logic, type };
};
type TypeReader = Pick<Reader, 'types' | 'report'>;

/** Functions come in with each text that calls them, so a text that calls many of those grows. */
const longest = 20_000;

/** A function as others may call it. */
export const callable = (definition: FunctionDefinition, functions: Functions) => {
  const feel = feelOf(definition, functions);
  const parameters = definition.parameters.map(({ name }) => name);
  return { parameters, ...(feel === undefined || feel.length > longest ? {} : { feel }) };
};

const rowsFrom = (element: ModdleElement, at: string, reader: Reader): Logic[] => {
  const columns = listOf(element, 'column');
  checkNames(
    columns.map(({ name }) => name ?? ''),
    at,
    reader.report,
  );
  return listOf(element, 'row').map((row) => ({
    kind: 'context',
    entries: listOf(row, 'elements').map((cell, index) => ({
      name: columns[index]?.name ?? '',
      value: withType(logicFrom(cell, row.id ?? at, reader), columns[index], at, reader),
    })),
  }));
};

/** Compiles a function; Java and PMML would leave the sandbox, so only FEEL and boxed bodies are known. */
export const functionFrom = (element: ModdleElement, outer: string, reader: Reader): FunctionDefinition => {
  const at = element.id ?? outer;
  const kind = textOf(element, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') reader.report(at, 'model.functionKindUnknown', { kind });
  const parameters = listOf(element, 'formalParameter').map((each) => placeOf(each, at, reader.types));
  checkNames(
    parameters.map(({ name }) => name),
    at,
    reader.report,
  );
  return { kind: 'function', parameters, body: logicFrom(childOf(element, 'body'), at, reader) };
};

const invocationFrom = (element: ModdleElement, at: string, reader: Reader): Invocation => {
  const called = textOf(childOf(element, 'calledFunction'), 'text') ?? '';
  const known = reader.functions.get(called);
  if (!known) reader.report(at, 'model.functionUnknown', { function: called });
  const bindings = listOf(element, 'binding').map((binding) => {
    const parameter: Place = placeOf(childOf(binding, 'parameter'), at, reader.types);
    if (known && !known.parameters.includes(parameter.name))
      reader.report(at, 'model.parameterUnknown', { function: called, parameter: parameter.name });
    return { name: parameter.name, value: logicFrom(childOf(binding, 'bindingFormula'), at, reader) };
  });
  checkNames(
    bindings.map(({ name }) => name),
    at,
    reader.report,
  );
  return { kind: 'invocation', called, bindings };
};

const readers: Record<string, (element: ModdleElement, at: string, reader: Reader) => Logic> = {
  'dmn:LiteralExpression': literalFrom,
  'dmn:DecisionTable': tableFrom,
  'dmn:Context': contextFrom,
  'dmn:List': listFrom,
  'dmn:Relation': (element, at, reader) => ({ kind: 'list', elements: rowsFrom(element, at, reader) }),
  'dmn:FunctionDefinition': (element, at, reader) => functionFrom(element, at, reader),
  'dmn:Invocation': invocationFrom,
};
