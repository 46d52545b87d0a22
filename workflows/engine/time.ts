import { dateAndTime } from 'feelin';
import type { Instant } from '../../processes/language/ids.ts';
import { isLocalDate } from '../../processes/language/local-date.ts';
import { endOfDay } from '../../processes/language/zone.ts';
import { instantOf } from './feel/values.ts';

const duration = /^-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const cycle = /^R(?<count>\d*)\/(?<every>P.+)$/;

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

export type Cycle = { every: string; /** absent: for ever */ left?: number };

/** Reads `R3/PT24H` (three times) or `R/PT24H` (for ever). */
export const cycleOf = (text: string): Cycle | undefined => {
  const groups = cycle.exec(text)?.groups;
  const every = groups?.['every'];
  if (!groups || every === undefined || !isDuration(every) || groups['count'] === '0') return undefined;
  return groups['count'] ? { every, left: Number(groups['count']) } : { every };
};
