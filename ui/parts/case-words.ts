import { wordFor } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { Holder } from '../../processes/language/case.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Role } from '../../processes/language/party.ts';

/** Who holds a case: the role and the office, never a name. */
export const holderText = (language: Language, { role, unit }: Holder): string => {
  const name = role.split('@')[0] as Role;
  const words = textsOf(language).role[name];
  return name === 'applicant' ? words : `${words}, ${unit.name}`;
};

/** How a case ended. Procedures may end in ways of their own; those are shown as their model names them. */
export const outcomeText = (language: Language, outcome: string): string =>
  wordFor(textsOf(language).outcome, outcome) ?? outcome;
