import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, dateAndTime, parseDate } from 'feelin';
import type { Instant, LocalDate } from '../../../processes/language/ids.ts';
import { isLocalDate } from '../../../processes/language/local-date.ts';
import { countTerm, isTermDuration } from '../../../processes/language/term.ts';
import { localDateOf } from '../../../processes/language/zone.ts';
import { instantOf } from './values.ts';

const dayOf = (value: unknown): LocalDate | undefined => {
  if (value instanceof FeelDate) return value.toString();
  if (value instanceof FeelDateTime) return localDateOf(instantOf(value));
  return typeof value === 'string' && isLocalDate(value) ? value : undefined;
};

/** `kpaTerm(from, duration)`: the last day of a term counted by art. 57 KPA. `note` is told why when it cannot be counted. */
const kpaTerm = (note: (problem: string) => void) =>
  new FeelFunction(
    (from: unknown, duration: unknown) => {
      const day = dayOf(from);
      const term = duration instanceof FeelDuration ? duration.toString() : duration;
      if (day !== undefined && typeof term === 'string' && isTermDuration(term))
        return parseDate(countTerm(day, term).dueOn);
      note('kpaTerm expects a date and a duration of whole days, weeks, months or years');
      return null;
    },
    ['from', 'duration'],
  );

const clockInWarsaw = (now: Instant): unknown => {
  const utc = dateAndTime(now);
  const warsaw = utc?.unwrap().toZonedDateTime('UTC').withTimeZone('Europe/Warsaw').toPlainDateTime();
  return warsaw ? new FeelDateTime(warsaw, 'Europe/Warsaw') : null;
};

/** Their names; none of them is a name that a model has to set. */
export const engineFunctionNames: ReadonlySet<string> = new Set(['kpaTerm', 'today', 'now']);

/** The functions the engine adds to FEEL, and those in which FEEL would read a clock. */
export const engineFunction = (
  name: string,
  now: Instant,
  note: (problem: string) => void,
): FeelFunction | undefined => {
  if (name === 'kpaTerm') return kpaTerm(note);
  if (name === 'today') return new FeelFunction(() => parseDate(localDateOf(now)), []);
  if (name === 'now') return new FeelFunction(() => clockInWarsaw(now), []);
  return undefined;
};
