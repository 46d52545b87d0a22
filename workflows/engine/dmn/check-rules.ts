import type { Report } from '../compile/problems.ts';
import { evaluate, type Expression } from '../feel.ts';
import { sameJson } from '../same-json.ts';
import { budget, leftOf, meeting } from './cover.ts';
import type { Rule, Table } from './decision.ts';
import { noTime } from './literals.ts';
import { exampleOf, spaceOf, type Space } from './space.ts';

/** Findings of one table: a rule that could be corrected is named by its id. */
type Ground = { space: Space; ids: string[]; report: Report };

/**
 * Reports what the hit policy forbids: overlapping rules under UNIQUE, overlapping rules that disagree under ANY, rules that
 * no input reaches under FIRST. Cells that are general expressions are left to the running case.
 */
export const checkRules = (table: Table, ids: string[], report: Report): void => {
  if (!['UNIQUE', 'ANY', 'FIRST'].includes(table.hitPolicy)) return;
  const space = spaceOf(table);
  if (!space) return;
  const ground = { space, ids, report };
  if (table.hitPolicy === 'FIRST') checkReach(ground);
  else if (table.hitPolicy === 'UNIQUE') checkPairs(ground, 'model.rulesOverlap', () => true);
  else checkPairs(ground, 'model.rulesDisagree', (a, b) => disagree(table.rules[a], table.rules[b]));
};

/** Pairs that one table is told of; whoever corrects those sees the next. */
const most = 30;

const checkPairs = (
  { space, ids, report }: Ground,
  code: `model.${string}`,
  wrong: (first: number, second: number) => boolean,
): void => {
  let told = 0;
  for (const [second, box] of space.boxes.entries()) {
    for (const [first, other] of space.boxes.slice(0, second).entries()) {
      const point = meeting(space, other, box);
      if (typeof point === 'string' || !wrong(first, second)) continue;
      told += 1;
      if (told > most) return;
      report(ids[second] ?? '', code, { first: first + 1, second: second + 1, example: exampleOf(space, point) });
    }
  }
};

const checkReach = ({ space, ids, report }: Ground): void => {
  const work = budget();
  for (const [index, box] of space.boxes.entries()) {
    const before = space.boxes.slice(0, index);
    if (index > 0 && leftOf(space, box, before, work) === 'none')
      report(ids[index] ?? '', 'model.ruleUnreachable', { rule: index + 1 });
  }
};

const constant = (expression: Expression) =>
  expression.reads.length === 0 ? evaluate(expression, () => undefined, noTime) : undefined;

/** Whether rules give different outputs for certain. */
const disagree = (a: Rule | undefined, b: Rule | undefined): boolean =>
  (a?.outputs ?? []).some((output, index) => {
    const other = b?.outputs[index];
    const [first, second] = [constant(output), other && constant(other)];
    return first?.ok === true && second?.ok === true && !sameJson(first.value, second.value);
  });
