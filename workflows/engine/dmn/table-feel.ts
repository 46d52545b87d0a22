import type { Rule, Table } from './decision.ts';
import { inputName } from './input-name.ts';

/**
 * A decision table as one FEEL expression, for tables that are functions and are called within FEEL. An unknown name says that the
 * hit policy is broken, since FEEL cannot fail otherwise. There is none for orders of priority, which FEEL cannot say.
 */
export const tableFeel = (table: Table): string | undefined => {
  if (table.hitPolicy === 'PRIORITY' || table.hitPolicy === 'OUTPUT ORDER') return undefined;
  const inputs = table.inputs.map(({ feel }, index) => `_in${index}: (${feel}\n)`);
  if (table.hitPolicy === 'FIRST') return within(inputs, firstOf(table));
  const hits = table.rules.map((rule) => `if ${conditionOf(rule)} then [${outputOf(table, rule.outputs)}] else []`);
  return within([...inputs, `_hits: concatenate(${[...hits, '[]'].join(', ')})`], resultOf(table));
};

const within = (entries: string[], result: string): string =>
  `({ ${[...entries, `_result: ${result}`].join(', ')} }._result)`;

const conditionOf = ({ tests }: Rule): string =>
  ['true', ...tests.flatMap((test, index) => (test ? [holds(test.feel, index)] : []))].join(' and ');

const holds = (test: string, index: number): string =>
  `({ ${inputName}: _in${index}, _holds: (${test}\n) }._holds = true)`;

const outputOf = ({ outputs }: Table, expressions: Rule['outputs']): string => {
  const values = expressions.map(({ feel }) => `(${feel}\n)`);
  if (outputs.length === 1) return values[0] ?? 'null';
  return `{ ${values.map((value, index) => `${JSON.stringify(outputs[index]?.name ?? '')}: ${value}`).join(', ')} }`;
};

const defaultOf = (table: Table): string | undefined => {
  const defaults = table.outputs.flatMap((output) => output.default ?? []);
  return defaults.length === table.outputs.length ? outputOf(table, defaults) : undefined;
};

const firstOf = (table: Table): string =>
  table.rules.reduceRight(
    (otherwise, rule) => `if ${conditionOf(rule)} then ${outputOf(table, rule.outputs)} else ${otherwise}`,
    defaultOf(table) ?? 'null',
  );

const resultOf = (table: Table): string => {
  const fallback = defaultOf(table);
  const single = `if count(_hits) = 0 then ${fallback ?? 'null'} else _hits[1]`;
  if (table.hitPolicy === 'UNIQUE') return `if count(_hits) > 1 then _rulesOverlap else ${single}`;
  if (table.hitPolicy === 'ANY') return `if count(distinct values(_hits)) > 1 then _rulesDisagree else ${single}`;
  if (table.hitPolicy === 'RULE ORDER' && fallback !== undefined)
    return `if count(_hits) = 0 then [${fallback}] else _hits`;
  if (!table.aggregation) return '_hits';
  if (table.aggregation === 'COUNT') return 'count(_hits)';
  return `if count(_hits) = 0 then null else ${table.aggregation.toLowerCase()}(_hits)`;
};
