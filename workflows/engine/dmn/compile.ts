import { childOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';
import type { Report } from '../compile/problems.ts';
import { expressionFrom } from '../compile/sources.ts';
import type { Decision } from './decision.ts';
import { tableFrom } from './compile-table.ts';

type Call = { id: string; at: string };

/**
 * Compiles the decisions called, with all they require, from a parsed DMN file (dmn-moddle). Reports cells that do not
 * parse, hit policies and logic it does not know, and requirements that lead nowhere or round in a circle.
 */
export const compileDecisions = (
  definitions: ModdleElement | undefined,
  calls: Call[],
  report: Report,
): Record<string, Decision> => {
  const known = new Map(
    listOf(definitions, 'drgElement')
      .filter(({ $type }) => $type === 'dmn:Decision')
      .map((decision) => [decision.id ?? '', decision]),
  );
  const compiled: Record<string, Decision> = {};
  const visit = ({ id, at }: Call, path: string[]): void => {
    const decision = known.get(id);
    if (!decision) report(at, 'model.decisionUnknown', { decision: id });
    if (path.includes(id)) report(id, 'model.decisionCircle');
    if (!decision || path.includes(id) || compiled[id]) return;
    const requires = requiredBy(decision);
    for (const required of requires) visit({ id: required, at: id }, [...path, id]);
    compiled[id] = decisionFrom(decision, requires, report);
  };
  for (const call of calls) visit(call, []);
  return compiled;
};

const requiredBy = (decision: ModdleElement): string[] =>
  listOf(decision, 'informationRequirement').flatMap((requirement) => {
    const href = textOf(childOf(requirement, 'requiredDecision'), 'href');
    return href === undefined ? [] : [href.slice(href.indexOf('#') + 1)];
  });

const decisionFrom = (decision: ModdleElement, requires: string[], report: Report): Decision => {
  const id = decision.id ?? '';
  const name = textOf(decision, 'name') ?? id;
  return {
    id,
    name,
    variable: textOf(childOf(decision, 'variable'), 'name') ?? id,
    requires,
    logic: logicFrom(childOf(decision, 'decisionLogic'), id, report),
  };
};

const logicFrom = (logic: ModdleElement | undefined, at: string, report: Report): Decision['logic'] => {
  if (logic?.$type === 'dmn:DecisionTable') return tableFrom(logic, at, report);
  if (logic?.$type !== 'dmn:LiteralExpression')
    report(at, 'model.decisionLogicUnknown', { logic: logic?.$type ?? 'none' });
  return { kind: 'literal', expression: expressionFrom(textOf(logic, 'text') ?? 'null', at, report) };
};
