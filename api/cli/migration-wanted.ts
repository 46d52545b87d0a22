import { parseArgs } from 'node:util';
import { fail, ok } from '../../processes/language/failure.ts';
import type { MigrationReport } from '../../processes/language/operating.ts';
import type { Result } from '../../processes/language/failure.ts';
import { sentenceOfProblem } from './catalogue.ts';

export type MigrationCommand = {
  procedureId: string;
  /** number of the version; the newest when absent */ version?: number;
  mapping: Record<string, string>;
  dryRun: boolean;
};

/** Reads `<procedure> [--to version] [--map old=new]… [--dry-run]`. */
export function readMigration(args: string[]): Result<MigrationCommand> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        map: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [procedureId, ...rest] = positionals;
    const pairs = values.map.map((pair) => pair.split('='));
    const malformed = pairs.find((pair) => pair.length !== 2 || pair.includes(''));
    if (procedureId === undefined || rest.length > 0) return fail('invalidInput', { detail: 'Expected one procedure' });
    if (malformed) return fail('invalidInput', { detail: `Expected old=new but got ${malformed.join('=')}` });
    if (values.to !== undefined && !/^[1-9]\d*$/.test(values.to))
      return fail('invalidInput', { detail: `Expected the number of a version but got ${values.to}` });
    return ok({
      procedureId,
      mapping: Object.fromEntries(pairs) as Record<string, string>,
      dryRun: values['dry-run'],
      ...(values.to === undefined ? {} : { version: Number(values.to) }),
    });
  } catch (error) {
    return fail('invalidInput', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** A line for each case and, below it, for each of its tokens that goes elsewhere and each problem. */
export const linesOfReport = ({ procedure, to, rows, more }: MigrationReport): string[] => [
  `${procedure.id} to version ${to.version}: ${rows.length} running cases on other versions`,
  ...rows.flatMap(({ number, version, state, moves, problems, failure }) => [
    `${number} from version ${version}: ${state}${failure === undefined ? '' : ` (${failure})`}`,
    ...moves.map(({ from, to: into }) => `    ${from === into ? from : `${from} -> ${into}`}`),
    ...problems.map((problem) => `    ${sentenceOfProblem(problem)}`),
  ]),
  ...(more ? ['There are more cases; run it again for the next ones.'] : []),
];
