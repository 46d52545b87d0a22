import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { DynamicListInput } from './fields/dynamic-list.tsx';
import { KeyedInput } from './keyed-input.tsx';
import { ReadOnlyFields } from './fields/read-only.tsx';
import { TextBlock } from './fields/text-view.tsx';
import { hiddenBy, readCondition } from '../../processes/language/form-condition.ts';
import { htmlOf } from './raw.ts';
import { localized } from './form-context.ts';
import type { FormComponent, Group, KeyedField } from '../../processes/language/form.ts';
import type { FormContext } from './form-context.ts';
import type { JsonObject } from '../../processes/language/ids.ts';

type Props = {
  form: FormContext;
  components: FormComponent[];
  values: JsonObject;
  prefix?: string;
  /** keys asked outside this group */ outer?: string[];
};

/** The components of a form, drawn in order. Neighbouring read-only fields become one list of facts. */
export const FormFields = ({ form, components, values, prefix = '', outer = [] }: Props): VNode => {
  const asked = [...outer, ...keysOf(components)];
  return (
    <>
      {inRuns(components).map((run, index) =>
        Array.isArray(run) ? (
          <ReadOnlyFields key={index} form={form} fields={run} />
        ) : (
          <Conditional key={index} form={form} component={run} prefix={prefix} asked={asked}>
            <Component form={form} component={run} values={values} prefix={prefix} outer={asked} />
          </Conditional>
        ),
      )}
    </>
  );
};

const Component = ({
  form,
  component,
  values,
  prefix,
  outer,
}: Omit<Required<Props>, 'components'> & { component: FormComponent }): VNode => {
  if (component.type === 'text') return <TextBlock form={form} component={component} />;
  if (component.type === 'group')
    return <GroupFields form={form} group={component} values={values} prefix={prefix} outer={outer} />;
  if (component.type !== 'dynamiclist')
    return <KeyedInput form={form} field={component} name={prefix + component.key} value={values[component.key]} />;
  return (
    <DynamicListInput
      form={form}
      list={component}
      value={values[component.path]}
      row={(row, rowPrefix) => (
        <FormFields form={form} components={component.components} values={row} prefix={prefix + rowPrefix} />
      )}
    />
  );
};

const GroupFields = ({
  form,
  group,
  values,
  prefix,
  outer,
}: Omit<Required<Props>, 'components'> & { group: Group }): VNode => {
  const fields = <FormFields form={form} components={group.components} values={values} prefix={prefix} outer={outer} />;
  const legend = localized(group, 'label', group.label, form.language);
  if (legend === undefined) return fields;
  return (
    <Govuk
      name="fieldset"
      params={{ legend: { text: legend, classes: 'govuk-fieldset__legend--m' }, html: htmlOf(fields) }}
    />
  );
};

/** A condition over another field is left to the page's script and to the check on the server; one over the case is decided now. */
const Conditional = ({
  form,
  component,
  prefix,
  asked,
  children,
}: {
  form: FormContext;
  component: FormComponent;
  prefix: string;
  asked: string[];
  children: VNode;
}): VNode | null => {
  const hide = component.conditional?.hide;
  if (hide === undefined) return children;
  const key = readCondition(hide)?.key ?? '';
  if (!asked.includes(key)) return hiddenBy(component, form.data) ? null : children;
  return (
    <div data-hide={hide} data-hide-field={prefix + key}>
      {children}
    </div>
  );
};

const isReadOnly = (component: FormComponent): component is KeyedField =>
  'key' in component && (component.readonly === true || component.disabled === true) && !component.conditional;

const inRuns = (components: FormComponent[]): (FormComponent | KeyedField[])[] => {
  const runs: (FormComponent | KeyedField[])[] = [];
  for (const component of components) {
    const last = runs.at(-1);
    if (!isReadOnly(component)) runs.push(component);
    else if (Array.isArray(last)) last.push(component);
    else runs.push([component]);
  }
  return runs;
};

const keysOf = (components: FormComponent[]): string[] =>
  components.flatMap((component) => {
    if (component.type === 'group') return keysOf(component.components);
    return 'key' in component && !component.readonly ? [component.key] : [];
  });
