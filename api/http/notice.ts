/** Codes of messages shown once after a redirect; their sentences are `notice.<code>` in ui/texts. */
export const notices = [
  'claimed',
  'released',
  'saved',
  'completed',
  'signed',
  'signedAndSent',
  'returned',
  'delivered',
  'retried',
  'operated',
  'suspended',
  'resumed',
  'cancelled',
  'removed',
  'adopted',
  'signedOut',
] as const;
export type Notice = (typeof notices)[number];
export const isNotice = (value: string | undefined): value is Notice =>
  value !== undefined && (notices as readonly string[]).includes(value);
