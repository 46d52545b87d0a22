import { dateAndTime } from 'feelin';
import type { Instant } from '../../processes/language/ids.ts';
import { isLocalDate } from '../../processes/language/local-date.ts';
import { endOfDay } from '../../processes/language/zone.ts';
import { instantOf } from './feel/values.ts';

const duration = /^-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export const isDuration = (text: string): boolean => duration.test(text);

/** `from` plus an ISO 8601 duration: years to days by the calendar in Warsaw, the rest as time that passes. */
const plus = (from: Instant, text: string): Instant | undefined => {
  const utc = dateAndTime(from)?.unwrap().toZonedDateTime('UTC').withTimeZone('Europe/Warsaw');
  return utc && new Date(utc.add(text).epochMilliseconds).toISOString();
};

/**
 * The instant an ISO 8601 text means. A duration counts from `now`; a date is the last millisecond of that day in Warsaw,
 * since what is due on a day may be done until it ends; a time without a zone is Warsaw's. `undefined` for anything else.
 */
export const momentOf = (text: string, now: Instant): Instant | undefined => {
  if (isDuration(text)) return plus(now, text);
  if (isLocalDate(text)) return endOfDay(text);
  const moment = dateTime.test(text) ? dateAndTime(text) : null;
  return moment ? instantOf(moment) : undefined;
};

/** Rounds of a repeating interval. `left`: how many there are (absent: for ever); the first is at `from`, or one interval from now. */
export type Cycle = { every: string; left?: number; from?: string; until?: string };

const cycle = /^R(?<count>\d*)(?:\/(?<from>[^P/][^/]*))?\/(?<every>P[^/]+)(?:\/(?<until>[^/]+))?$/;

/** Reads `R3/PT24H` (three times), `R/PT24H` (for ever), `R3/<start>/PT24H` and `R/PT24H/<end>`. An interval of no length is none. */
export const cycleOf = (text: string): Cycle | undefined => {
  const { count, from, every, until } = cycle.exec(text)?.groups ?? {};
  if (every === undefined || !isDuration(every) || count === '0') return undefined;
  if ([from, until].some((at) => at !== undefined && momentOf(at, anyTime) === undefined)) return undefined;
  const next = plus(anyTime, every);
  if (next === undefined || next <= anyTime) return undefined;
  return {
    every,
    ...(count ? { left: Number(count) } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
};

const anyTime = '2026-01-01T00:00:00.000Z';

/**
 * A round, and what is left after it. Rounds of days, months or years are counted from an anchor, so that the month after
 * the 28th of February is the 31st of March again, and a day that the clocks change shifts no later one.
 */
export type Rounds = {
  dueAt: Instant;
  cycle?: { every: string; left?: number; until?: Instant; anchor?: { from: Instant; round: number } };
};

/** So many times a duration. */
const times = (every: string, round: number): string =>
  every.replaceAll(/\d+(?:\.\d+)?/g, (amount) => String(Number(amount) * round));

const anchored = (every: string, from: Instant, round: number): { anchor?: { from: Instant; round: number } } =>
  every.startsWith('PT') ? {} : { anchor: { from, round } };

const oneLess = (left: number | undefined): { left?: number } => (left === undefined ? {} : { left: left - 1 });

/** When a cycle that is awaited from `now` on is due first. */
export const firstOf = ({ every, left, from, until }: Cycle, now: Instant): Rounds => {
  const start = from === undefined ? undefined : momentOf(from, now);
  const end = until === undefined ? undefined : momentOf(until, now);
  const dueAt = start ?? plus(now, every) ?? now;
  const anchor = start === undefined ? anchored(every, now, 1) : anchored(every, start, 0);
  return { dueAt, cycle: { every, ...oneLess(left), ...(end === undefined ? {} : { until: end }), ...anchor } };
};

/** The round after the one that was due; nothing when there is none left. */
export const nextOf = ({ dueAt, cycle }: Rounds): Rounds | undefined => {
  if (!cycle || cycle.left === 0) return undefined;
  const anchor = cycle.anchor && { from: cycle.anchor.from, round: cycle.anchor.round + 1 };
  const next = anchor ? plus(anchor.from, times(cycle.every, anchor.round)) : plus(dueAt, cycle.every);
  if (next === undefined || (cycle.until !== undefined && next > cycle.until)) return undefined;
  return { dueAt: next, cycle: { ...cycle, ...oneLess(cycle.left), ...(anchor ? { anchor } : {}) } };
};

/** Elapsed time is divided instead of stepped through: a cycle of minutes may have begun years ago. */
const skipped = (round: Rounds, after: Instant): Rounds => {
  const { dueAt, cycle } = round;
  if (!cycle?.every.startsWith('PT')) return round;
  const from = Date.parse(dueAt);
  const length = Date.parse(plus(dueAt, cycle.every) ?? dueAt) - from;
  const passed = Math.min(Math.floor((Date.parse(after) - from) / length), cycle.left ?? Infinity);
  if (!(passed > 0)) return round;
  const left = cycle.left === undefined ? {} : { left: cycle.left - passed };
  return { dueAt: new Date(from + passed * length).toISOString(), cycle: { ...cycle, ...left } };
};

/** The first of the rounds that is due after an instant; those before it have passed and count. */
export const roundAfter = (first: Rounds, after: Instant): Rounds | undefined => {
  let round: Rounds | undefined = skipped(first, after);
  while (round && round.dueAt <= after) round = nextOf(round);
  return round;
};
