import type { FormComponent } from './form.ts';
import type { Json, JsonObject } from './ids.ts';

/** What `conditional.hide` may say: one variable against one literal. */
export type Condition = { key: string; equal: boolean; literal: string | number | boolean | null };

const shape = /^=\s*(?<key>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*(?<operator>!=|=)\s*(?<literal>.+?)\s*$/;
const literal = /^(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)$/;

/** Reads `=<key> != <literal>` or `=<key> = <literal>`; anything else is undefined and must be refused when a form is deployed. */
export function readCondition(hide: string): Condition | undefined {
  const groups = shape.exec(hide)?.groups;
  if (!groups?.['key'] || !groups['literal'] || !literal.test(groups['literal'])) return undefined;
  return {
    key: groups['key'],
    equal: groups['operator'] === '=',
    literal: JSON.parse(groups['literal']) as Condition['literal'],
  };
}

/** True when the component's condition says so for this data (a missing variable is null, as in FEEL). Throws for a condition that no deployment lets through. */
export function hiddenBy(component: FormComponent, data: JsonObject): boolean {
  const hide = component.conditional?.hide;
  if (hide === undefined) return false;
  const condition = readCondition(hide);
  if (!condition) throw new Error(`Expected a condition "=<key> != <literal>" but got ${JSON.stringify(hide)}`);
  return holds(condition, valueAt(data, condition.key.split('.')));
}

/** Whether the condition is true of a value, which may still be as typed: `"3"` is the number 3, an empty text is null. */
export function holds({ equal, literal }: Condition, found: Json | undefined): boolean {
  const value = found === undefined || found === '' ? null : found;
  const same =
    value === literal ||
    (typeof literal === 'number' && typeof value === 'string' && Number(value.replace(',', '.')) === literal) ||
    (typeof literal === 'boolean' && (value ?? false) === literal);
  return same === equal;
}

const valueAt = (data: JsonObject, path: string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (value, key) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value[key] : undefined),
    data,
  );
