import type { Report } from '../compile/problems.ts';
import type { Types } from './compile-types.ts';
import type { Table } from './decision.ts';
import type { Functions } from './functions.ts';

/** What logic is read with. */
export type Reader = {
  report: Report;
  types: Types;
  /** what expressions may call */ functions: Functions;
  /** told of each table, however deep it lies in boxed logic */ onTable: (at: string, table: Table) => void;
};

/** Names that must be there and differ. */
export const checkNames = (names: string[], at: string, report: Report): void => {
  if (names.includes('')) report(at, 'model.nameMissing');
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index);
  for (const name of new Set(twice)) report(at, 'model.nameTaken', { name });
};
