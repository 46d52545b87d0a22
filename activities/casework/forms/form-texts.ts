import type { FormComponent, FormSchema } from '../../../processes/language/form.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';

/** `{applicant.name}` in a text or label of a form becomes the value of that variable; what is not there becomes a dash. */
const filled = (text: string, data: JsonObject): string =>
  text.replaceAll(/\{([\w.]+)\}/g, (_, path: string) => shown(valueAt(data, path.split('.'))));

const valueAt = (data: Json | undefined, path: string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (value, key) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value[key] : undefined),
    data,
  );

const shown = (value: Json | undefined): string =>
  value === undefined || value === null ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** A form with the case's values put into its texts, in every language. */
export const localText = (schema: FormSchema, data: JsonObject): FormSchema => ({
  ...schema,
  components: schema.components.map((component) => fill(component, data)),
});

function fill(component: FormComponent, data: JsonObject): FormComponent {
  const properties = component.properties && {
    properties: Object.fromEntries(
      Object.entries(component.properties).map(([key, text]) => [key, filled(text, data)]),
    ),
  };
  if (component.type === 'text') return { ...component, ...properties, text: filled(component.text, data) };
  if (component.type === 'group' || component.type === 'dynamiclist')
    return { ...component, ...properties, components: component.components.map((inner) => fill(inner, data)) };
  return { ...component, ...properties };
}
