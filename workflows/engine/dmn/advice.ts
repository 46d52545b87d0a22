import type { Problem } from '../../../processes/language/failure.ts';
import type { ModdleElement } from '../compile/moddle.ts';
import { createReport, type Report } from '../compile/problems.ts';
import { readDecisions } from './compile.ts';
import { gapIn, meeting } from './cover.ts';
import type { Table } from './decision.ts';
import { exampleOf, spaceOf, type Space } from './space.ts';

/**
 * What an author may want to know of a DMN file and what refuses no deployment: cases that no rule of a table covers, each with
 * an example, and tables that could not be looked through. No hit policy of DMN 1.3 demands that a table be complete.
 */
export const adviseOn = (definitions: ModdleElement): Problem[] => {
  const { report, problems } = createReport();
  readDecisions(definitions, createReport().report, (at, table) => adviseOnTable(at, table, report));
  return problems;
};

/** A default answers where no rule does; a collection of nothing is an answer too. */
const isComplete = ({ hitPolicy, outputs }: Table): boolean =>
  ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(hitPolicy) ||
  outputs.every((output) => output.default !== undefined);

const adviseOnTable = (at: string, table: Table, report: Report): void => {
  const space = spaceOf(table);
  const gap = space && !isComplete(table) ? gapIn(space) : 'none';
  if (space && typeof gap !== 'string') report(at, 'model.tableGap', { example: exampleOf(space, gap) });
  if (!space || gap === 'unknown' || hasOpenPairs(table, space)) report(at, 'model.tableNotAnalysed');
};

/** Whether the hit policy forbids what general expressions hide. */
const hasOpenPairs = ({ hitPolicy }: Table, space: Space): boolean =>
  (hitPolicy === 'UNIQUE' || hitPolicy === 'ANY') &&
  space.boxes.some((box, index) =>
    space.boxes.slice(0, index).some((other) => meeting(space, other, box) === 'unknown'),
  );
