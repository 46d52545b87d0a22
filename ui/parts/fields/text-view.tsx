import type { VNode } from 'preact';
import { evaluate } from 'feelin';
import { Markdown } from '../markdown.tsx';
import { localized } from '../form-context.ts';
import type { FormContext } from '../form-context.ts';
import type { TextView } from '../../../processes/language/form.ts';

/** Words for the reader; a text that starts with `=` is FEEL over the variables of the case. */
export const TextBlock = ({ form, component }: { form: FormContext; component: TextView }): VNode => {
  const text = localized(component, 'text', component.text, form.language) ?? '';
  return <Markdown text={text.startsWith('=') ? evaluated(text.slice(1), form) : text} />;
};

const evaluated = (expression: string, { data, texts }: FormContext): string => {
  const value: unknown = evaluate(expression, data).value;
  if (value === null || value === undefined) return texts.form.empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
