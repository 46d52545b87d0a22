import { childOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';
import type { Report } from '../compile/problems.ts';
import { callable, functionFrom, logicFrom, withType } from './compile-logic.ts';
import { placeOf, typesOf, type Types } from './compile-types.ts';
import type { Decision, Logic, Place } from './decision.ts';
import type { Functions } from './functions.ts';
import { checkNames, type Reader } from './reader.ts';
import { listedIds, requiredIds } from './requirements.ts';

type Call = { id: string; at: string };
type Compiled = Record<string, Decision>;
/** What one file is compiled with. */
type Desk = {
  elements: Map<string, ModdleElement>;
  types: Types;
  report: Report;
  onTable: Reader['onTable'];
  compiled: Compiled;
  /** the business knowledge models compiled so far, by id, as functions to call */ callables: Functions;
};

/**
 * Compiles the decisions called, with all they require, from a parsed DMN file (dmn-moddle). Reports what does not parse, fit its
 * type or exist, hit policies that rules break, and requirements that lead nowhere or round in a circle.
 */
export const compileDecisions = (definitions: ModdleElement | undefined, calls: Call[], report: Report): Compiled => {
  const desk = deskFor(definitions, report, () => {});
  checkIdentity(definitions, report);
  for (const call of calls) visit(call, ['dmn:Decision', 'dmn:DecisionService'], [], desk);
  return desk.compiled;
};

/** Compiles all decisions of a file, called or not, and shows every table in them. */
export const readDecisions = (definitions: ModdleElement, report: Report, onTable: Reader['onTable']): void => {
  const desk = deskFor(definitions, report, onTable);
  const roots = [...desk.elements].filter(([, { $type }]) => $type === 'dmn:Decision');
  for (const [id] of roots) visit({ id, at: id }, ['dmn:Decision'], [], desk);
};

const deskFor = (definitions: ModdleElement | undefined, report: Report, onTable: Reader['onTable']): Desk => ({
  elements: new Map(listOf(definitions, 'drgElement').map((element) => [element.id ?? '', element])),
  types: typesOf(definitions, report),
  report,
  onTable,
  compiled: {},
  callables: new Map(),
});

/** Names are unique among the elements of a file, and so are those of its types (DMN 1.3, 6.3.2 and 7.3.2). */
const checkIdentity = (definitions: ModdleElement | undefined, report: Report): void => {
  const at = definitions?.id ?? '';
  for (const property of ['drgElement', 'itemDefinition'])
    checkNames(
      listOf(definitions, property).map((element) => element.name ?? element.id ?? ''),
      at,
      report,
    );
};

const visit = ({ id, at }: Call, kinds: string[], path: string[], desk: Desk): void => {
  const element = desk.elements.get(id);
  const found = element !== undefined && kinds.includes(element.$type);
  if (!found) desk.report(at, 'model.decisionUnknown', { decision: id });
  if (path.includes(id)) desk.report(id, 'model.decisionCircle');
  if (!found || path.includes(id) || desk.compiled[id]) return;
  const further = (next: string, ...kinds: string[]): void => visit({ id: next, at: id }, kinds, [...path, id], desk);
  for (const next of requiredIds(element, 'informationRequirement', 'requiredDecision')) further(next, 'dmn:Decision');
  for (const next of requiredIds(element, 'knowledgeRequirement', 'requiredKnowledge'))
    further(next, 'dmn:BusinessKnowledgeModel');
  for (const next of listedIds(element, 'outputDecision')) further(next, 'dmn:Decision');
  const decision = decisionFrom(element, id, desk);
  desk.compiled[id] = decision;
  if (decision.logic.kind === 'function')
    desk.callables.set(id, callable(decision.logic, functionsOf(decision.knowledge ?? [], desk)));
};

const decisionFrom = (element: ModdleElement, id: string, desk: Desk): Decision => {
  const knowledge = requiredIds(element, 'knowledgeRequirement', 'requiredKnowledge');
  const requires = requiredIds(element, 'informationRequirement', 'requiredDecision');
  const inputs = inputsOf(element, id, desk);
  const variable = childOf(element, 'variable');
  const seen = [...requires, ...knowledge].flatMap((each) => desk.compiled[each]?.variable ?? []);
  checkNames([...seen, ...inputs.map(({ name }) => name)], id, desk.report);
  const logic = withType(logicOf(element, id, knowledge, desk), variable, id, desk);
  checkList(logic, id, desk.report);
  return {
    id,
    name: textOf(element, 'name') ?? id,
    variable: textOf(variable, 'name') ?? nameOf(element) ?? id,
    requires,
    ...(knowledge.length > 0 ? { knowledge } : {}),
    ...(inputs.some(({ type }) => type) ? { inputs: inputs.filter(({ type }) => type) } : {}),
    logic,
  };
};

/** A name that expressions can say. */
const nameOf = ({ name }: ModdleElement): string | undefined =>
  name !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : undefined;

const inputsOf = (element: ModdleElement, id: string, { elements, types, report }: Desk): Place[] =>
  requiredIds(element, 'informationRequirement', 'requiredInput').map((required) => {
    const data = elements.get(required);
    if (data?.$type !== 'dmn:InputData') report(id, 'model.inputDataUnknown', { input: required });
    const place = placeOf(childOf(data, 'variable'), data?.id ?? id, types);
    return { ...place, name: place.name || (data?.name ?? required) };
  });

const logicOf = (element: ModdleElement, id: string, knowledge: string[], desk: Desk): Logic => {
  const reader: Reader = {
    report: desk.report,
    types: desk.types,
    functions: functionsOf(knowledge, desk),
    onTable: desk.onTable,
  };
  if (element.$type === 'dmn:DecisionService')
    return {
      kind: 'service',
      outputs: listedIds(element, 'outputDecision'),
      given: listedIds(element, 'inputDecision'),
    };
  if (element.$type === 'dmn:Decision') return logicFrom(childOf(element, 'decisionLogic'), id, reader);
  const definition = childOf(element, 'encapsulatedLogic');
  if (definition) return functionFrom(definition, id, reader);
  desk.report(id, 'model.decisionLogicUnknown', { logic: 'none' });
  return { kind: 'function', parameters: [], body: { kind: 'literal', expression: { feel: 'null', reads: [] } } };
};

/** The functions of the business knowledge models required, under the names of their variables. */
const functionsOf = (knowledge: string[], { compiled, callables }: Desk): Functions =>
  new Map(
    knowledge.flatMap((id) => {
      const [name, known] = [compiled[id]?.variable, callables.get(id)];
      return name !== undefined && known ? [[name, known] as const] : [];
    }),
  );

/** Policies that give a list of results cannot give a result of a simple type. */
const checkList = (logic: Logic, at: string, report: Report): void => {
  if (logic.kind !== 'table' || logic.aggregation || !logic.type) return;
  const lists = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(logic.hitPolicy);
  if (lists && logic.type.kind !== 'list' && logic.type.kind !== 'any')
    report(at, 'model.listExpected', { hitPolicy: logic.hitPolicy, type: logic.type.kind });
};
