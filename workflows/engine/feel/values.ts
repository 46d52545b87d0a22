import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelTime, dateAndTime, isRange, parseDate } from 'feelin';
import { isLocalDate } from '../../../processes/language/local-date.ts';
import type { Json } from '../../../processes/language/ids.ts';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * JSON as FEEL sees it. Text that is exactly a calendar date or an instant becomes one, because a date compared with a text
 * is silently false in FEEL; durations stay text, since `duration()` refuses what is a duration already.
 */
export const toFeel = (value: Json): unknown => {
  if (typeof value === 'string') {
    if (isLocalDate(value)) return parseDate(value) ?? value;
    return instant.test(value) ? (dateAndTime(value) ?? value) : value;
  }
  if (Array.isArray(value)) return value.map(toFeel);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toFeel(entry)]));
};

/** The instant at which clocks show that; without a zone, clocks in Warsaw. */
export const instantOf = (value: FeelDateTime): string =>
  new Date(value.unwrap().toZonedDateTime(zoneId(value.zone)).toInstant().epochMilliseconds).toISOString();

const zoneId = (zone: string | null): string => {
  if (zone === null) return 'Europe/Warsaw';
  return zone.toUpperCase() === 'Z' ? 'UTC' : zone;
};

/** What a FEEL value is in JSON (dates, instants and durations as ISO 8601 text); `undefined` for what has no such form. */
export const toJson = (value: unknown): Json | undefined => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return isExact(value) ? value : undefined;
  if (value instanceof FeelDateTime) return instantOf(value);
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.toString();
  if (value instanceof FeelFunction || typeof value === 'function' || isRange(value)) return undefined;
  return Array.isArray(value) ? listToJson(value) : contextToJson(Object.entries(value));
};

/** Amounts are integers; past 2^53 they would lose a grosz without a word. */
const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

const listToJson = (values: unknown[]): Json[] | undefined => {
  const list = values.map(toJson);
  return list.every((entry) => entry !== undefined) ? list : undefined;
};

const contextToJson = (entries: [string, unknown][]): { [key: string]: Json } | undefined => {
  const context: { [key: string]: Json } = {};
  for (const [key, entry] of entries) {
    const json = toJson(entry);
    if (json === undefined) return undefined;
    context[key] = json;
  }
  return context;
};
