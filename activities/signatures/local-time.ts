import type { Instant } from '../../processes/language/ids.ts';

const clock = new Intl.DateTimeFormat('pl-PL', {
  timeZone: 'Europe/Warsaw',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** What a clerk's clock shows at that instant: `23.11.2026, 13:00`. */
export const localTimeOf = (at: Instant): string => clock.format(new Date(at));
