import type { VNode } from 'preact';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Role } from '../../processes/language/party.ts';

type DemoPerson = { id: string; name: string; roles: Role[]; unit: string };
type Props = {
  language: Language;
  people: DemoPerson[];
  /** where a click on a person goes */ href: (id: string) => string;
};

/** The invented people of the demo city, by role: one click each. */
export const DemoPeople = ({ language, people, href }: Props): VNode => {
  const { role, start } = textsOf(language);
  return (
    <ul class="obieg-people">
      {people.map(({ id, name, roles, unit }) => (
        <li key={id} class="obieg-people__person">
          <a class="govuk-link govuk-link--no-visited-state obieg-people__link" href={href(id)}>
            <span class="govuk-visually-hidden">{fill(start.signInAs, { name: '' })}</span>
            {name}
          </a>
          <span class="obieg-people__role">
            {roles.length > 0 ? roles.map((one) => role[one]).join(', ') : role.none}
          </span>
          <span class="obieg-quiet">{unit}</span>
        </li>
      ))}
    </ul>
  );
};
