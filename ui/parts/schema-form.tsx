import type { ComponentChildren, VNode } from 'preact';
import { FormFields } from './form-fields.tsx';
import { textsOf } from '../texts/texts.ts';
import type { FilledForm, PageContext } from '../contract.ts';
import type { FormComponent, FormSchema } from '../../processes/language/form.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { Unit } from '../../processes/language/party.ts';

type Props = {
  context: PageContext;
  action: string;
  schema: FormSchema;
  form: FilledForm;
  data: JsonObject;
  schools: Unit[];
  /** `_action` when Enter is pressed in a field; absent, the form is sent as by its main button */
  enter?: string;
  hidden?: Record<string, string>;
  /** `data-` attributes for an island */
  island?: Record<`data-${string}`, string>;
  /** buttons */ children: ComponentChildren;
};

/** A form-js form as one HTML form: nothing in it needs JavaScript. */
export const SchemaForm = ({
  context,
  action,
  schema,
  form,
  data,
  schools,
  enter,
  hidden,
  island,
  children,
}: Props): VNode => {
  const { language, csrf } = context;
  const texts = textsOf(language);
  return (
    <form
      method="post"
      action={action}
      noValidate
      {...(hasFiles(schema.components) ? { enctype: 'multipart/form-data' } : {})}
      {...island}
    >
      {Object.entries({ _csrf: csrf, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Enter presses the first button of a form; without this one that would remove a row. */}
      <button
        class="obieg-enter"
        type="submit"
        tabIndex={-1}
        aria-hidden="true"
        {...(enter === undefined ? {} : { name: '_action', value: enter })}
      >
        {texts.form.submitFirst}
      </button>
      <FormFields
        form={{ language, texts, schools, problems: form.problems, data }}
        components={schema.components}
        values={form.values}
      />
      {children}
    </form>
  );
};

const hasFiles = (components: FormComponent[]): boolean =>
  components.some(
    (component) => component.type === 'filepicker' || ('components' in component && hasFiles(component.components)),
  );
