import type { VNode } from 'preact';
import { Moj } from './govuk.ts';
import { fill, wordFor } from '../texts/plural.ts';
import { htmlOf } from './raw.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { HistoryLine } from '../../processes/language/case.ts';
import type { Language, Text } from '../../processes/language/text.ts';

/** What happened, newest first, each in a plain sentence, with who did it and the entry's place in the chain. */
export const History = ({ language, lines }: { language: Language; lines: HistoryLine[] }): VNode => (
  <Moj
    name="timeline"
    params={{
      headingLevel: 3,
      items: lines.toReversed().map((line) => ({
        label: { text: historySentence(language, line) },
        html: htmlOf(
          <p class="obieg-quiet">
            {whoText(language, line.who)} · {line.seq} · <code title={line.hash}>{line.hash.slice(0, 12)}</code>
          </p>,
        ),
        datetime: { timestamp: line.at, format: showInstant(language, line.at) },
      })),
    }}
  />
);

/** One entry of the record in words. An action of a later version still gets a true sentence. */
export function historySentence(
  language: Language,
  { action, element, about }: { action: string; element?: string | undefined; about?: Text | undefined },
): string {
  const t = textsOf(language).history;
  const sentence = wordFor(t, action) ?? t.other;
  const what = about?.[language] ?? element;
  return what === undefined ? fill(t.plain, { sentence }) : fill(t.named, { sentence, element: what });
}

/** The record keeps `system:<part>` and `applicant` where no official acted. */
const whoText = (language: Language, who: string): string => {
  const { who: t } = textsOf(language);
  if (who.startsWith('system:')) return t.system;
  return who === 'applicant' ? t.applicant : who;
};
