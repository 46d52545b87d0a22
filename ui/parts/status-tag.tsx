import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { textsOf } from '../texts/texts.ts';
import type { CaseStatus } from '../../processes/language/case.ts';
import type { Language } from '../../processes/language/text.ts';

const colours: Record<CaseStatus, string> = {
  received: 'govuk-tag--turquoise',
  open: 'govuk-tag--teal',
  incident: 'govuk-tag--red',
  completed: 'govuk-tag--grey',
};

type Props = { language: Language; status: CaseStatus; suspended?: boolean };

/** A case that an operator has stopped says so, unless it is over. */
export const StatusTag = ({ language, status, suspended = false }: Props): VNode => {
  const { status: t } = textsOf(language);
  return suspended && status !== 'completed' ? (
    <Govuk name="tag" params={{ text: t.suspended, classes: 'govuk-tag--yellow' }} />
  ) : (
    <Govuk name="tag" params={{ text: t[status], classes: colours[status] }} />
  );
};
