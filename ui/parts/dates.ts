import type { Instant, LocalDate } from '../../processes/language/ids.ts';
import type { Language } from '../../processes/language/text.ts';

type Formats = Record<Language, Intl.DateTimeFormat>;
const formats = (options: Intl.DateTimeFormatOptions): Formats => ({
  pl: new Intl.DateTimeFormat('pl', options),
  en: new Intl.DateTimeFormat('en-GB', options),
  uk: new Intl.DateTimeFormat('uk', options),
});
// A LocalDate already is a day in Warsaw; only instants have to be brought there.
const days = formats({ dateStyle: 'long', timeZone: 'UTC' });
const instants = formats({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Warsaw' });

/** `23 listopada 2026`. Text that is no date is shown as it is. */
export const showDate = (language: Language, date: LocalDate): string => {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : days[language].format(day);
};

/** `23 listopada 2026 13:00`, time of Warsaw. */
export const showInstant = (language: Language, instant: Instant): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : instants[language].format(date);
};
