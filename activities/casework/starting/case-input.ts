import type { CaseInput } from '../../../workflows/contract.ts';
import type { CaseRecord } from '../../store/records.ts';
import { linkLatest } from './linked-graph.ts';
import type { Definition } from '../directory.ts';
import type { Shelf } from './linked-graph.ts';
import type { FrozenParameter } from '../../../processes/language/case.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';

/** `stip.income.threshold` → `stipIncomeThreshold`: how models name a parameter. */
export const variableName = (key: string): string =>
  key.replaceAll(/[.-]([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());

const parameterValues = (frozen: FrozenParameter[]): JsonObject =>
  Object.fromEntries(frozen.map(({ key, value }) => [variableName(key), value]));

/** What the engine is started with. Made only of what is stored, so that the sweeper starts the very same case later. */
export const caseInput = (record: CaseRecord, { graph }: Definition): CaseInput => ({
  format: 1,
  spreadsSignals: true,
  caseId: record._id,
  procedureId: record.procedureId,
  unit: record.unit,
  definition: record.definition,
  graph,
  startedAt: record.startedAt,
  ...(record.beginAt === undefined ? {} : { beginAt: record.beginAt }),
  variables: { ...record.variables, number: record.number, parameters: parameterValues(record.parameters) },
});

/** The same from the store alone, with what the procedure calls in its newest version as it is now. */
export const inputOf = async (shelf: Shelf, record: CaseRecord): Promise<CaseInput> =>
  caseInput(record, await linkLatest(shelf, await shelf.directory.definition(record.definition)));
