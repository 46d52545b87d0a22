import type { LocalDate } from './ids.ts';
import { freeDay } from './calendar.ts';
import { addDays, addMonths } from './local-date.ts';

/** One step of counting a term, put into a sentence by ui/texts `derivation.<rule>`. */
export type DerivationStep = {
  rule: 'event' | 'dayNotCounted' | 'count' | 'saturday' | 'sunday' | 'holiday' | 'end';
  on: LocalDate;
  /** holiday key or duration */ value?: string;
  basis?: string;
};

export type CountedTerm = { dueOn: LocalDate; derivation: DerivationStep[] };

const countings = {
  D: { basis: 'KPA art. 57 § 1', end: addDays },
  W: { basis: 'KPA art. 57 § 2', end: (from: LocalDate, weeks: number) => addDays(from, 7 * weeks) },
  M: { basis: 'KPA art. 57 § 3', end: addMonths },
  Y: { basis: 'KPA art. 57 § 3a', end: (from: LocalDate, years: number) => addMonths(from, 12 * years) },
} as const;

const parts = /^P(?<count>[1-9]\d{0,3})(?<unit>[DWMY])$/;

/** Whether the duration is one a statute gives: whole days, weeks, months or years, e.g. `P14D`, `P1M`; never mixed. */
export const isTermDuration = (text: string): boolean => parts.test(text);

/**
 * Counts a term by the Code of Administrative Procedure, art. 57, and says how.
 * The day of the event is not counted; weeks, months and years end on the same weekday or date; a term that would end on a
 * Saturday or a public holiday ends on the next day that is neither (§ 4). Throws for a duration no statute uses.
 */
export const countTerm = (from: LocalDate, duration: string): CountedTerm => {
  const groups = parts.exec(duration)?.groups;
  if (!groups) throw new Error(`Expected a term like P14D, P2W, P1M or P1Y but got ${JSON.stringify(duration)}`);
  const { basis, end } = countings[groups['unit'] as keyof typeof countings];
  const counted = end(from, Number(groups['count']));
  const rolled = rollToWorkingDay(counted);
  return {
    dueOn: rolled.dueOn,
    derivation: [
      { rule: 'event', on: from },
      { rule: 'dayNotCounted', on: from, basis: 'KPA art. 57 § 1' },
      { rule: 'count', on: counted, value: duration, basis },
      ...rolled.derivation,
      { rule: 'end', on: rolled.dueOn },
    ],
  };
};

/** The day itself or, when offices are closed on it, the next working day, with each skipped day named (KPA art. 57 § 4). */
export const rollToWorkingDay = (date: LocalDate): CountedTerm => {
  const free = freeDay(date);
  if (!free) return { dueOn: date, derivation: [] };
  const next = rollToWorkingDay(addDays(date, 1));
  return {
    dueOn: next.dueOn,
    derivation: [{ ...free, on: date, basis: 'KPA art. 57 § 4' }, ...next.derivation],
  };
};
