import { childOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';
import type { Report } from '../compile/problems.ts';
import { expressionFrom } from '../compile/sources.ts';
import type { Aggregation, HitPolicy, Output, Rule, Table } from './decision.ts';
import { testFrom } from './unary-test.ts';

const hitPolicies: readonly string[] = [
  'UNIQUE',
  'FIRST',
  'PRIORITY',
  'ANY',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
] satisfies HitPolicy[];
const isHitPolicy = (text: string): text is HitPolicy => hitPolicies.includes(text);
const aggregations: readonly string[] = ['SUM', 'MIN', 'MAX', 'COUNT'] satisfies Aggregation[];
const isAggregation = (text: string): text is Aggregation => aggregations.includes(text);

/** Compiles a decision table; reports at the cell's own id where it has one. */
export const tableFrom = (table: ModdleElement, at: string, report: Report): Table => {
  const hitPolicy = textOf(table, 'hitPolicy') ?? 'UNIQUE';
  if (!isHitPolicy(hitPolicy)) report(at, 'model.hitPolicyUnknown', { hitPolicy });
  const aggregation = textOf(table, 'aggregation');
  if (aggregation !== undefined && !isAggregation(aggregation)) report(at, 'model.aggregationUnknown', { aggregation });
  const outputs = listOf(table, 'output').map((output) => outputFrom(output, at, report));
  const known = aggregation !== undefined && isAggregation(aggregation);
  if (known && outputs.length > 1) report(at, 'model.aggregationOfSeveral');
  return {
    kind: 'table',
    hitPolicy: isHitPolicy(hitPolicy) ? hitPolicy : 'UNIQUE',
    ...(known ? { aggregation } : {}),
    inputs: listOf(table, 'input').map((input) =>
      expressionFrom(textOf(childOf(input, 'inputExpression'), 'text') ?? '', input.id ?? at, report),
    ),
    outputs,
    rules: listOf(table, 'rule').map((rule) => ruleFrom(rule, at, report)),
  };
};

const outputFrom = (output: ModdleElement, table: string, report: Report): Output => {
  const at = output.id ?? table;
  const values = textOf(childOf(output, 'outputValues'), 'text');
  const fallback = textOf(childOf(output, 'defaultOutputEntry'), 'text');
  return {
    name: textOf(output, 'name') ?? at,
    ...(values === undefined ? {} : { values: expressionFrom(`[${values}]`, at, report) }),
    ...(fallback === undefined ? {} : { default: expressionFrom(fallback, at, report) }),
  };
};

const ruleFrom = (rule: ModdleElement, table: string, report: Report): Rule => {
  const atRule = rule.id ?? table;
  return {
    tests: listOf(rule, 'inputEntry').map((cell) => testFrom(textOf(cell, 'text') ?? '-', cell.id ?? atRule, report)),
    outputs: listOf(rule, 'outputEntry').map((cell) =>
      expressionFrom(textOf(cell, 'text') ?? 'null', cell.id ?? atRule, report),
    ),
  };
};
