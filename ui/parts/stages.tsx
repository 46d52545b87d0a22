import type { VNode } from 'preact';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { StageState } from '../../processes/language/case.ts';

/** The way of the case: done, now, next. Each state is also a word, never a colour alone. */
export const Stages = ({ language, stages }: { language: Language; stages: StageState[] }): VNode => {
  const { stages: t } = textsOf(language);
  return (
    <>
      <p class="govuk-body">
        <strong>{summaryOf(language, stages)}</strong>
      </p>
      <ol class="obieg-stages">
        {stages.map(({ id, label, state }) => (
          <li
            key={id}
            class={`obieg-stages__stage obieg-stages__stage--${state}`}
            {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <span class="obieg-stages__label">{label[language]}</span>{' '}
            <span class="obieg-stages__state">{t[state]}</span>
          </li>
        ))}
      </ol>
    </>
  );
};

const summaryOf = (language: Language, stages: StageState[]): string => {
  const { stages: t } = textsOf(language);
  const now = stages.findLastIndex(({ state }) => state === 'now');
  if (now >= 0) return fill(t.of, { n: now + 1, total: stages.length });
  return stages.some(({ state }) => state === 'done') ? t.finished : t.waiting;
};
