import type { FormComponent, FormSchema, KeyedField } from '../../../processes/language/form.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';

export type Fields = Record<string, string | string[]>;

/** Every component of a form with groups opened; dynamic lists stay whole. */
export const flatComponents = (components: FormComponent[]): Exclude<FormComponent, { type: 'group' }>[] =>
  components.flatMap((component) => (component.type === 'group' ? flatComponents(component.components) : [component]));

export const isKeyed = (component: FormComponent): component is KeyedField => 'key' in component;

/** Turns the fields of an HTML form into the form's values as they were typed; nothing is judged or lost here. */
export function readFields(schema: FormSchema, fields: Fields): JsonObject {
  return readComponents(schema.components, fields, '');
}

function readComponents(components: FormComponent[], fields: Fields, prefix: string): JsonObject {
  const values: JsonObject = {};
  for (const component of flatComponents(components)) {
    if (component.type === 'text') continue;
    if (component.type === 'dynamiclist') values[component.path] = readRows(component, fields, prefix);
    else {
      const value = readField(component, fields, prefix + component.key);
      if (value !== undefined) values[component.key] = value;
    }
  }
  return values;
}

function readRows(list: Extract<FormComponent, { type: 'dynamiclist' }>, fields: Fields, prefix: string): JsonObject[] {
  const head = `${prefix}${list.path}.`;
  const numbers = new Set<number>();
  for (const name of Object.keys(fields)) {
    const index = name.startsWith(head) ? /^\d{1,3}(?=\.)/.exec(name.slice(head.length)) : null;
    if (index) numbers.add(Number(index[0]));
  }
  return [...numbers].sort((a, b) => a - b).map((index) => readComponents(list.components, fields, `${head}${index}.`));
}

function readField(field: KeyedField, fields: Fields, name: string): Json | undefined {
  const raw = fields[name];
  const one = Array.isArray(raw) ? raw.at(-1) : raw;
  switch (field.type) {
    case 'checkbox':
      return one === 'true' || one === 'on';
    case 'checklist':
      return raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
    case 'filepicker':
      return raw === undefined || raw === '' ? undefined : Array.isArray(raw) ? raw : [raw];
    case 'datetime':
      return readDate(fields, name) ?? one?.trim();
    case 'textarea':
      return one?.replaceAll('\r\n', '\n');
    case 'textfield':
    case 'number':
    case 'radio':
    case 'select':
      return one?.trim();
  }
}

/** A date typed into three boxes (`birth-day`, `birth-month`, `birth-year`), as the date input of GOV.UK sends it. */
function readDate(fields: Fields, name: string): string | undefined {
  const part = (suffix: string): string | undefined => {
    const value = fields[`${name}-${suffix}`];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  if (day === '' && month === '' && year === '') return '';
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Adds or removes a row of a dynamic list, as the buttons `add:<path>` and `remove:<path>:<index>` ask. */
export function changeRows(values: JsonObject, action: string): JsonObject {
  const [verb, path, index] = action.split(':');
  if (path === undefined) return values;
  const held = values[path];
  const rows = Array.isArray(held) ? held : [];
  if (verb === 'add') return { ...values, [path]: [...rows, {}] };
  if (verb === 'remove') return { ...values, [path]: rows.filter((_, i) => i !== Number(index)) };
  return values;
}
