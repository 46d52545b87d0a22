import type { LocalDate } from './ids.ts';

/** One step of counting a term, put into a sentence by ui/texts `derivation.<rule>`. */
export type DerivationStep = {
  rule: 'event' | 'dayNotCounted' | 'count' | 'saturday' | 'sunday' | 'holiday' | 'end';
  on: LocalDate;
  /** holiday key or duration */ value?: string;
  basis?: string;
};
