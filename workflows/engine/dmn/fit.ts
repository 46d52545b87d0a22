import type { Instant, Json } from '../../../processes/language/ids.ts';
import { isLocalDate } from '../../../processes/language/local-date.ts';
import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import { evaluate } from '../feel.ts';
import { inputName } from './input-name.ts';
import { typeName, type SimpleType, type Type } from './type.ts';

const isText =
  (form: RegExp) =>
  (value: Json): boolean =>
    typeof value === 'string' && form.test(value);

const isOf: Record<SimpleType, (value: Json) => boolean> = {
  any: () => true,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isLocalDate(value),
  time: isText(/^\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}|@\S+)?$/),
  dateTime: isText(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
  days: isText(/^-?P(?=\d|T\d)(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/),
  months: isText(/^-?P(?=\d)(\d+Y)?(\d+M)?$/),
};

const misfit = (type: Type) =>
  fail('expressionFailed', { detail: `Expected ${typeName(type)} but got something else` });

/**
 * The value as that type: implicit conversions of DMN 1.3 (10.3.2.9.4) first, so a list of one stands for its element, a
 * value for a list of one, and a date for its midnight in UTC. Null is of every type. The standard makes null of what still
 * does not fit; here it fails, as everything does at which FEEL only warns.
 */
export const fit = (value: Json, type: Type | undefined, now: Instant): Result<Json> => {
  if (type === undefined || value === null) return ok(value);
  const fitted = shaped(type.kind === 'list' || type.kind === 'any' ? value : single(value), type, now);
  return fitted.ok && fitted.value !== null ? allowed(fitted.value, type, now) : fitted;
};

const single = (value: Json): Json => (Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value);

const shaped = (value: Json, type: Type, now: Instant): Result<Json> => {
  if (value === null) return ok(null);
  if (type.kind === 'list') return each(Array.isArray(value) ? value : [value], type.of, now);
  if (type.kind === 'context') return fields(value, type, now);
  if (type.kind === 'dateTime' && typeof value === 'string' && isLocalDate(value)) return ok(`${value}T00:00:00.000Z`);
  return isOf[type.kind](value) ? ok(value) : misfit(type);
};

const each = (values: Json[], type: Type, now: Instant): Result<Json> => {
  const list: Json[] = [];
  for (const value of values) {
    const fitted = fit(value, type, now);
    if (!fitted.ok) return fitted;
    list.push(fitted.value);
  }
  return ok(list);
};

/** Components that are absent are left so: forms do not send what nobody filled in. */
const fields = (value: Json, type: Type & { kind: 'context' }, now: Instant): Result<Json> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit(type);
  const context = { ...value };
  for (const [name, field] of Object.entries(type.fields)) {
    if (!Object.hasOwn(context, name)) continue;
    const fitted = fit(context[name] ?? null, field, now);
    if (!fitted.ok) return fail(fitted.failure, { detail: `${name}: ${fitted.detail ?? fitted.failure}` });
    context[name] = fitted.value;
  }
  return ok(context);
};

const allowed = (value: Json, type: Type, now: Instant): Result<Json> => {
  for (const test of type.allowed ?? []) {
    const holds = evaluate(test, (name) => (name === inputName ? value : undefined), now);
    if (!holds.ok) return holds;
    if (holds.value !== true) return fail('expressionFailed', { detail: 'The value is not among those allowed' });
  }
  return ok(value);
};
