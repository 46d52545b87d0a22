import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { TaskRow } from '../../processes/language/case.ts';

const colours = { new: 'govuk-tag--turquoise', draft: 'govuk-tag--yellow', claimed: 'govuk-tag--grey' } as const;

/** "Not looked at" differs from "started" and from "somebody has it". */
export const ProgressTag = ({ language, row: { progress, assignee } }: { language: Language; row: TaskRow }): VNode => {
  const t = textsOf(language).progress;
  const text = progress === 'claimed' && assignee ? fill(t.claimedBy, { name: assignee.name }) : t[progress];
  return <Govuk name="tag" params={{ text, classes: colours[progress] }} />;
};
