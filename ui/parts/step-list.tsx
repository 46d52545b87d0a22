import type { VNode } from 'preact';
import { count, fill, wordFor } from '../texts/plural.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { StepView } from '../../processes/language/case.ts';

/** A step of a model, with what happened to it when it belongs to a case. */
export type ListedStep = Pick<StepView, 'element' | 'name' | 'kind' | 'next'> &
  Partial<Pick<StepView, 'state' | 'enteredAt' | 'leftAt' | 'count'>> & {
    /** something in it needs correcting */ faulty?: boolean;
  };

/** Where a step stands in the list. */
export const stepAnchor = (element: string): string => `step-${element}`;

/** The diagram in words: every step, its state, and links to what may follow. Works by keyboard and screen reader alone. */
export const StepList = ({ language, steps }: { language: Language; steps: ListedStep[] }): VNode => {
  const { diagram: t } = textsOf(language);
  const names = new Map(steps.map((step) => [step.element, wordsOf(language, step)]));
  return (
    <>
      <p class="govuk-body-s">{t.wordsHint}</p>
      <ol class="obieg-steps">
        {steps.map((step) => (
          <li
            key={step.element}
            id={stepAnchor(step.element)}
            class={`obieg-steps__step obieg-steps__step--${step.faulty ? 'faulty' : (step.state ?? 'model')}`}
            tabIndex={-1}
            {...(step.state === 'active' ? { 'aria-current': 'step' as const } : {})}
          >
            <StepLine language={language} step={step} />
            <p class="obieg-quiet">
              {step.next.length === 0 ? t.end : `${t.after} `}
              {step.next.map((element, index) => (
                <>
                  {index > 0 && ', '}
                  <a key={element} class="govuk-link" href={`#${stepAnchor(element)}`}>
                    {names.get(element) ?? element}
                  </a>
                </>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
};

const StepLine = ({ language, step }: { language: Language; step: ListedStep }): VNode => {
  const { diagram: t, step: states, modelCheck } = textsOf(language);
  const at = step.leftAt ?? step.enteredAt;
  return (
    <p class="obieg-steps__line">
      <strong>{wordsOf(language, step)}</strong>
      {step.name !== '' && <span class="obieg-quiet"> {kindOf(language, step.kind)}</span>}
      {step.state !== undefined && <span class={`obieg-state obieg-state--${step.state}`}>{states[step.state]}</span>}
      {step.faulty && <span class="obieg-state obieg-state--faulty">{modelCheck.faulty}</span>}
      {at !== undefined && (
        <span class="obieg-quiet">
          {' '}
          {fill(step.state === 'active' ? t.since : t.at, { at: showInstant(language, at) })}
        </span>
      )}
      {(step.count ?? 0) > 1 && <span class="obieg-quiet">, {count(language, t.times, step.count ?? 0)}</span>}
    </p>
  );
};

/** A step the author left without a name is called by what it is. */
const wordsOf = (language: Language, { name, kind }: ListedStep): string =>
  name === '' ? kindOf(language, kind) : name.replaceAll(/\s+/g, ' ');

const kindOf = (language: Language, kind: string): string => {
  const words = textsOf(language).kind;
  return wordFor(words, kind) ?? words.other;
};
