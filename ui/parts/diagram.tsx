import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { htmlOf } from './raw.ts';
import { StepList } from './step-list.tsx';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { ListedStep } from './step-list.tsx';

type Props = {
  language: Language;
  /** where the BPMN XML is; `#id` of a field that holds it, when it is stored nowhere */ url: string;
  steps: ListedStep[];
  /** sequence flows a case has taken */ flows?: string[];
  /** elements in which something needs correcting */ faults?: string[];
};

/**
 * The drawing with the tokens on it, and its twin: the same steps with the same states as an ordered list.
 * The drawing is fetched by an island when it comes into view; the list is always there.
 */
export const Diagram = ({ language, url, steps, flows = [], faults = [] }: Props): VNode => {
  const { diagram: t, step: words, modelCheck } = textsOf(language);
  const states = steps.flatMap(({ element, state }) => (state === undefined ? [] : [[element, state]]));
  const used = (['done', 'active', 'incident', 'cancelled'] as const).filter((state) =>
    steps.some((step) => step.state === state),
  );
  return (
    <>
      {used.length + faults.length > 0 && (
        <ul class="obieg-legend" aria-label={t.legend}>
          {used.map((state) => (
            <li key={state} class={`obieg-legend__item obieg-legend__item--${state}`}>
              {words[state]}
            </li>
          ))}
          {faults.length > 0 && <li class="obieg-legend__item obieg-legend__item--faulty">{modelCheck.faulty}</li>}
        </ul>
      )}
      <figure
        class="obieg-diagram"
        data-diagram={url}
        data-states={JSON.stringify(Object.fromEntries(states))}
        data-first={steps[0]?.element}
        data-flows={JSON.stringify(flows)}
        data-faults={JSON.stringify(faults)}
        data-failed={t.failed}
        data-fit={t.fit}
        data-zoom-in={t.zoomIn}
        data-zoom-out={t.zoomOut}
        aria-label={t.label}
      >
        <p class="obieg-quiet obieg-diagram__status">{t.loading}</p>
      </figure>
      <Govuk
        name="details"
        params={{ summaryText: t.words, html: htmlOf(<StepList language={language} steps={steps} />), open: true }}
      />
    </>
  );
};
