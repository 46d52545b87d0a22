import type { Cell, Space } from './space.ts';

/** For each input the index of a sample, nothing where any value will do. */
export type Point = (number | undefined)[];
/** `unknown` where general expressions, or the bound on work, leave it open. */
export type Answer = Point | 'none' | 'unknown';

/** Comparisons that may still be made; one question, or all questions about one table, share it. */
export type Budget = { left: number };
export const budget = (): Budget => ({ left: 3_000_000 });
const at = (cell: Cell | undefined, sample: number): boolean =>
  cell === undefined || typeof cell === 'string' || cell[sample] === true;

/** A point that lies in both boxes. */
export const meeting = ({ axes }: Space, a: Cell[], b: Cell[]): Answer => {
  const point: Point = [];
  let unknown = false;
  for (const [column, axis] of axes.entries()) {
    const [first, second] = [a[column], b[column]];
    if (first === 'unknown' || second === 'unknown') unknown = true;
    if (first === 'any' && second === 'any') point.push(undefined);
    else {
      const sample = axis.findIndex((_, index) => at(first, index) && at(second, index));
      if (sample < 0) return 'none';
      point.push(sample);
    }
  }
  return unknown ? 'unknown' : point;
};

/**
 * A point of a box that none of the others covers. Goes input by input and keeps, for each sample, the boxes that are still
 * in the running; the same boxes at the same input have the same answer, so samples that differ in nothing cost nothing.
 */
const outside = (axes: { skip: boolean }[][], within: Cell[], boxes: Cell[][], work: Budget): Answer => {
  const covered = new Set<string>();
  const search = (column: number, alive: number[]): Answer => {
    const axis = axes[column];
    if (alive.length === 0)
      return within.map((cell, index) => (index < column ? undefined : firstOf(cell, axes[index])));
    if (!axis) return 'none';
    const key = `${column}:${alive.join()}`;
    if (covered.has(key)) return 'none';
    if (within[column] === 'any' && alive.every((box) => typeof boxes[box]?.[column] === 'string'))
      return search(column + 1, alive);
    work.left -= axis.length * (alive.length + 1);
    if (work.left < 0) return 'unknown';
    for (const [sample, { skip }] of axis.entries()) {
      if (skip || !at(within[column], sample)) continue;
      const found = search(
        column + 1,
        alive.filter((box) => at(boxes[box]?.[column], sample)),
      );
      if (found === 'unknown') return found;
      if (found !== 'none') return found.with(column, sample);
    }
    covered.add(key);
    return 'none';
  };
  if (within.some((cell) => Array.isArray(cell) && !cell.includes(true))) return 'none';
  return search(
    0,
    boxes.map((_, index) => index),
  );
};

const firstOf = (cell: Cell | undefined, axis: { skip: boolean }[] = []): number | undefined => {
  if (cell === undefined || typeof cell === 'string') return undefined;
  const index = cell.findIndex((holds, sample) => holds && axis[sample]?.skip === false);
  return index < 0 ? undefined : index;
};

const isKnown = (box: Cell[]): boolean => !box.includes('unknown');

/** Whether boxes cover another one: what is left of it, nulls and all. Boxes that are not wholly known cover nothing. */
export const leftOf = ({ axes }: Space, box: Cell[], covering: Cell[][], work = budget()): Answer =>
  outside(
    axes.map((axis) => axis.map(() => ({ skip: false }))),
    box,
    covering.filter(isKnown),
    work,
  );

/** A case that no rule covers, among the values that cells name or lie between those that they name. */
export const gapIn = ({ axes, boxes }: Space): Answer => {
  const closed = axes.map((axis) => axis.map(({ open }) => ({ skip: open === true })));
  const whole = axes.map((): Cell => 'any');
  // What lies outside even if every general expression held is a gap for certain.
  const certain = outside(closed, whole, boxes, budget());
  if (certain !== 'none' || boxes.every(isKnown)) return certain;
  return outside(closed, whole, boxes.filter(isKnown), budget()) === 'none' ? 'none' : 'unknown';
};
