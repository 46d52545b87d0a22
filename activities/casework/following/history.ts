import type { Desk } from '../deps.ts';
import type { EntryRecord } from '../../store/records.ts';
import type { HistoryLine } from '../../../processes/language/case.ts';
import type { Procedure } from '../../../processes/language/procedure.ts';
import type { Text } from '../../../processes/language/text.ts';

/** The record as people read it; names are looked up now, the entries hold ids only. */
export const historyLines = (
  desk: Desk,
  procedure: Procedure,
  entries: EntryRecord[],
  nameOf: (element: string) => string,
): Promise<HistoryLine[]> =>
  Promise.all(
    entries.map(async (entry) => ({
      seq: entry.seq,
      at: entry.at,
      action: entry.action,
      who: await whoOf(desk, entry.actor),
      hash: entry.hash,
      ...stageOf(procedure, entry),
      ...(entry.element === undefined ? {} : { element: nameOf(entry.element) }),
      ...(entry.documentHash === undefined ? {} : { values: { document: entry.documentHash.slice(0, 12) } }),
    })),
  );

const whoOf = (desk: Desk, actor: string): Promise<string> | string =>
  actor.startsWith('system:') || actor === 'applicant' ? actor : desk.directory.personName(actor);

/** Which stage an entry says was reached, in the words of the procedure. */
export const stageOf = ({ stages }: Procedure, { action, about }: EntryRecord): { about?: Text } => {
  const label = action === 'stageReached' ? stages.find(({ id }) => id === about)?.label : undefined;
  return label ? { about: label } : {};
};
