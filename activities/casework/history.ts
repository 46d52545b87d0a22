import type { Desk } from './deps.ts';
import type { EntryRecord } from '../store/records.ts';
import type { HistoryLine } from '../../processes/language/case.ts';

/** The record as people read it; names are looked up now, the entries hold ids only. */
export const historyLines = (
  desk: Desk,
  entries: EntryRecord[],
  nameOf: (element: string) => string,
): Promise<HistoryLine[]> =>
  Promise.all(
    entries.map(async ({ seq, at, actor, action, element, documentHash, hash }) => ({
      seq,
      at,
      action,
      who: actor.startsWith('system:') || actor === 'applicant' ? actor : await desk.directory.personName(actor),
      hash,
      ...(element === undefined ? {} : { element: nameOf(element) }),
      ...(documentHash === undefined ? {} : { values: { document: documentHash.slice(0, 12) } }),
    })),
  );
