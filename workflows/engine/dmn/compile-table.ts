import { childOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';
import type { Report } from '../compile/problems.ts';
import { checkRules } from './check-rules.ts';
import type { Aggregation, HitPolicy, Output, Rule, Table } from './decision.ts';
import { literalReader, type ReadLiteral } from './functions.ts';
import { checkResult, checkTest } from './literal-type.ts';
import { checkNames, type Reader } from './reader.ts';
import { typeName, type Type } from './type.ts';
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
const byPriority = new Set<HitPolicy>(['PRIORITY', 'OUTPUT ORDER']);

/** Compiles a decision table; reports at the cell's own id where it has one. */
export const tableFrom = (element: ModdleElement, at: string, reader: Reader): Table => {
  const { report } = reader;
  const literal = literalReader(reader.functions, report);
  const { hitPolicy, aggregation } = policyOf(element, at, report);
  const outputs = listOf(element, 'output').map((output) => outputFrom(output, at, hitPolicy, reader, literal));
  if (outputs.length > 1)
    checkNames(
      outputs.map(({ name }) => name),
      at,
      report,
    );
  if (outputs.length === 0) report(at, 'model.outputMissing');
  if (aggregation) checkAggregation(aggregation, outputs, at, report);
  const inputs = listOf(element, 'input').map((input) => inputFrom(input, at, reader, literal));
  const types = inputs.map(({ type }) => type ?? null);
  const summed: Type | undefined = aggregation === 'SUM' ? { kind: 'number' } : undefined;
  const results = outputs.map(({ type }) => type ?? summed);
  const table: Table = {
    kind: 'table',
    hitPolicy,
    ...(aggregation ? { aggregation } : {}),
    inputs: inputs.map(({ expression }) => expression),
    ...(types.some((type) => type !== null) ? { inputTypes: types } : {}),
    outputs,
    rules: listOf(element, 'rule').map((rule) => ruleFrom(rule, at, { types, results, report, literal })),
  };
  const ids = listOf(element, 'rule').map((rule) => rule.id ?? at);
  checkRules(table, ids, report);
  reader.onTable(at, table);
  return table;
};

const policyOf = (
  element: ModdleElement,
  at: string,
  report: Report,
): { hitPolicy: HitPolicy; aggregation?: Aggregation } => {
  const policy = textOf(element, 'hitPolicy') ?? 'UNIQUE';
  const hitPolicy = isHitPolicy(policy) ? policy : 'UNIQUE';
  if (!isHitPolicy(policy)) report(at, 'model.hitPolicyUnknown', { hitPolicy: policy });
  const aggregation = textOf(element, 'aggregation');
  if (aggregation === undefined) return { hitPolicy };
  if (!isAggregation(aggregation)) report(at, 'model.aggregationUnknown', { aggregation });
  else if (hitPolicy === 'COLLECT') return { hitPolicy, aggregation };
  else report(at, 'model.aggregationMisplaced', { aggregation, hitPolicy });
  return { hitPolicy };
};

/** What each aggregation can be made of; everything can be counted. */
const aggregated: Partial<Record<Aggregation, Set<string>>> = {
  SUM: new Set(['number', 'any']),
  MIN: new Set(['number', 'string', 'date', 'time', 'dateTime', 'days', 'months', 'any']),
  MAX: new Set(['number', 'string', 'date', 'time', 'dateTime', 'days', 'months', 'any']),
};

const checkAggregation = (aggregation: Aggregation, outputs: Output[], at: string, report: Report): void => {
  const [type] = outputs.map((output) => output.type);
  if (outputs.length > 1) report(at, 'model.aggregationOfSeveral');
  else if (type && aggregated[aggregation]?.has(type.kind) === false)
    report(at, 'model.aggregationMisfit', { aggregation, type: typeName(type) });
};

const inputFrom = (input: ModdleElement, table: string, reader: Reader, literal: ReadLiteral) => {
  const at = input.id ?? table;
  const inputExpression = childOf(input, 'inputExpression');
  const values = textOf(childOf(input, 'inputValues'), 'text');
  const type = reader.types.limited(reader.types.of(inputExpression, at), values, at);
  return { expression: literal(textOf(inputExpression, 'text') ?? '', at), type };
};

const outputFrom = (
  output: ModdleElement,
  table: string,
  policy: HitPolicy,
  { report, types }: Reader,
  literal: ReadLiteral,
): Output => {
  const at = output.id ?? table;
  const values = textOf(childOf(output, 'outputValues'), 'text');
  const fallback = textOf(childOf(output, 'defaultOutputEntry'), 'text');
  const type = types.limited(types.of(output, at), values, at);
  if (values === undefined && byPriority.has(policy)) report(at, 'model.prioritiesMissing', { hitPolicy: policy });
  const made = fallback === undefined ? undefined : literal(fallback, at);
  if (made) checkResult(made, type, at, report);
  return {
    name: textOf(output, 'name') ?? at,
    ...(type ? { type } : {}),
    ...(values !== undefined && byPriority.has(policy) ? { values: literal(`[${values}]`, at) } : {}),
    ...(made ? { default: made } : {}),
  };
};

type Columns = { types: (Type | null)[]; results: (Type | undefined)[]; report: Report; literal: ReadLiteral };

const ruleFrom = (rule: ModdleElement, table: string, { types, results, report, literal }: Columns): Rule => {
  const atRule = rule.id ?? table;
  const inputEntries = listOf(rule, 'inputEntry');
  const outputEntries = listOf(rule, 'outputEntry');
  if (inputEntries.length !== types.length || outputEntries.length !== results.length)
    report(atRule, 'model.ruleIncomplete');
  return {
    tests: inputEntries.map((cell, index) => {
      const at = cell.id ?? atRule;
      const test = testFrom(textOf(cell, 'text') ?? '-', at, report, literal);
      checkTest(test, types[index] ?? undefined, at, report);
      return test;
    }),
    outputs: outputEntries.map((cell, index) => {
      const at = cell.id ?? atRule;
      const expression = literal(textOf(cell, 'text') ?? 'null', at);
      checkResult(expression, results[index], at, report);
      return expression;
    }),
  };
};
