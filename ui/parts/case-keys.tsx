import type { ComponentChildren, VNode } from 'preact';
import { fieldId } from './form-context.ts';
import { Govuk } from './govuk.ts';
import { Problems, errorOf } from './problems.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';
import type { Problem } from '../../processes/language/failure.ts';

type Props = {
  context: PageContext;
  action: string;
  number: string;
  problems: Problem[];
  submit: string;
  /** stands between the problems and the fields */ children: ComponentChildren;
};

/** Case number and code: how somebody without an account shows that a case is theirs. */
export const CaseKeys = ({ context, action, number, problems, submit, children }: Props): VNode => {
  const { track: t } = textsOf(context.language);
  const wrong = (at: string) => errorOf(context.language, problems, at);
  return (
    <>
      <Problems language={context.language} problems={problems} places={{ number: t.number, code: t.code }} />
      {children}
      <form method="post" action={action} noValidate>
        <input type="hidden" name="_csrf" value={context.csrf} />
        <Govuk
          name="input"
          params={{
            id: fieldId('number'),
            name: 'number',
            label: { text: t.number },
            hint: { text: t.numberHint },
            value: number,
            classes: 'govuk-input--width-20',
            autocomplete: 'off',
            spellcheck: false,
            ...wrong('number'),
          }}
        />
        <Govuk
          name="input"
          params={{
            id: fieldId('code'),
            name: 'code',
            label: { text: t.code },
            hint: { text: t.codeHint },
            classes: 'govuk-input--width-20',
            autocomplete: 'off',
            spellcheck: false,
            ...wrong('code'),
          }}
        />
        <Govuk name="button" params={{ text: submit, preventDoubleClick: true }} />
      </form>
    </>
  );
};
