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

export const StatusTag = ({ language, status }: { language: Language; status: CaseStatus }): VNode => (
  <Govuk name="tag" params={{ text: textsOf(language).status[status], classes: colours[status] }} />
);
