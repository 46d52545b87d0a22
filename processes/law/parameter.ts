import type { LocalDate } from '../language/ids.ts';

/** A value the law or a council's resolution sets for a time. Written as data, so that a change is a new row, never a changed one. */
export type Parameter = {
  /** dotted; models read it as `parameters.<camelCase>`, e.g. `stip.threshold` → `parameters.stipThreshold` */
  key: string;
  value: number | string;
  /** `gr` (grosze), `%`, `months`, `term` (KPA duration), `MM-DD`, `persons` */
  unit: string;
  /** first day on which it applies */ validFrom: LocalDate;
  /** last day on which it applies; open when absent */ validTo?: LocalDate;
  /** act and article */ basis: string;
  /** where it was read */ source: string;
  /** false until a clerk or lawyer of the office has confirmed it; pages say so beside the value */
  confirmed: boolean;
};
