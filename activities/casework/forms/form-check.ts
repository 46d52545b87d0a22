import { hiddenBy } from '../../../processes/language/form-condition.ts';
import { flatComponents, isKeyed } from './forms.ts';
import { checkValue } from './field-check.ts';
import type { FieldContext } from './field-check.ts';
import type { DynamicList, FormComponent, FormSchema, KeyedField } from '../../../processes/language/form.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';
import type { Problem } from '../../../processes/language/failure.ts';

/**
 * Checks values against a form and makes them the data of the case: money in grosze, dates as `YYYY-MM-DD`, hidden and
 * read-only fields left out, unknown keys refused. Data is only to be used when there are no problems.
 */
export function checkForm(
  schema: FormSchema,
  values: JsonObject,
  context: FieldContext,
): { data: JsonObject; problems: Problem[] } {
  return checkComponents(schema.components, values, context, '');
}

function checkComponents(
  components: FormComponent[],
  values: JsonObject,
  context: FieldContext,
  prefix: string,
): { data: JsonObject; problems: Problem[] } {
  const data: JsonObject = {};
  const problems: Problem[] = [];
  const known = new Set<string>();
  const flat = flatComponents(components);
  const shown = visible(components, { ...context.variables, ...withoutFixed(flat, values) });
  for (const component of flat) known.add(keyOf(component));
  for (const component of shown) {
    if (component.type === 'dynamiclist') {
      const rows = checkRows(component, values[component.path] ?? [], context, prefix);
      data[component.path] = rows.data;
      problems.push(...rows.problems);
    } else if (isKeyed(component) && !isFixed(component)) {
      const { value, problem } = checkValue(component, values[component.key], context);
      if (value !== undefined) data[component.key] = value;
      if (problem) problems.push({ at: prefix + component.key, ...problem });
    }
  }
  for (const key of Object.keys(values)) if (!known.has(key)) problems.push({ at: prefix + key, code: 'unknownKey' });
  return { data, problems };
}

const isFixed = (field: KeyedField): boolean => field.readonly === true || field.disabled === true;

/** A value sent for a field that is only shown counts for nothing, not even for what it would hide. */
const withoutFixed = (components: FormComponent[], values: JsonObject): JsonObject => {
  const fixed = new Set(components.flatMap((one) => (isKeyed(one) && isFixed(one) ? [one.key] : [])));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !fixed.has(key)));
};

const keyOf = (component: FormComponent): string =>
  component.type === 'dynamiclist' ? component.path : isKeyed(component) ? component.key : '';

/** Leaves out what a condition hides, whole groups included. */
const visible = (components: FormComponent[], values: JsonObject): Exclude<FormComponent, { type: 'group' }>[] =>
  components.flatMap((component) => {
    if (hiddenBy(component, values)) return [];
    return component.type === 'group' ? visible(component.components, values) : [component];
  });

function checkRows(
  list: DynamicList,
  given: Json,
  context: FieldContext,
  prefix: string,
): { data: JsonObject[]; problems: Problem[] } {
  const at = prefix + list.path;
  if (!Array.isArray(given)) return { data: [], problems: [{ at, code: 'list' }] };
  const { minItems = 0, maxItems = 50 } = list.validate ?? {};
  const problems: Problem[] = [];
  if (given.length < minItems) problems.push({ at, code: 'minItems', values: { count: minItems } });
  if (given.length > maxItems) problems.push({ at, code: 'maxItems', values: { count: maxItems } });
  const data: JsonObject[] = [];
  for (const [index, row] of given.slice(0, maxItems).entries()) {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      problems.push({ at: `${at}.${index}`, code: 'list' });
      continue;
    }
    const checked = checkComponents(list.components, row, context, `${at}.${index}.`);
    data.push(checked.data);
    problems.push(...checked.problems);
  }
  return { data, problems };
}
