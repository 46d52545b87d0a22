import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import type { PageContext } from '../contract.ts';

type Props = {
  context: PageContext;
  action: string;
  label: string;
  secondary?: boolean;
  hidden?: Record<string, string>;
};

/** One button that does one thing. */
export const ActionForm = ({ context, action, label, secondary = false, hidden = {} }: Props): VNode => (
  <form method="post" action={action}>
    {Object.entries({ _csrf: context.csrf, ...hidden }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Govuk
      name="button"
      params={{ text: label, preventDoubleClick: true, ...(secondary ? { classes: 'govuk-button--secondary' } : {}) }}
    />
  </form>
);
