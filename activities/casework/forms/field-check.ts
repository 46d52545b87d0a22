import { isLocalDate } from '../../../processes/language/local-date.ts';
import { canBeShown, visibleText } from '../following/letters.ts';
import { isNrb } from '../../../processes/language/identifiers.ts';
import { parseMoney } from '../../../processes/language/money.ts';
import type { KeyedField, NumberField, Option } from '../../../processes/language/form.ts';
import type { Json, JsonObject, LocalDate } from '../../../processes/language/ids.ts';
import type { Problem } from '../../../processes/language/failure.ts';

export type FieldContext = {
  /** variables of the case that conditions and the bounds of dates may name */
  variables: JsonObject;
  /** ids of the units a field with `source = schools` may name */
  schools: string[];
  /** in Warsaw */
  today: LocalDate;
};

type Checked = { value?: Json; problem?: Omit<Problem, 'at'> };
const wrong = (code: string, values?: Record<string, string | number>): Checked => ({
  problem: values ? { code, values } : { code },
});

const patterns: Record<string, RegExp> = {
  email: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/,
  phone: /^\+?[\d ()-]{9,20}$/,
  postcode: /^\d{2}-\d{3}$/,
};
/** No text field of a form is meant for more; a textarea says its own bound. */
const longest = { textfield: 300, textarea: 5000 };

/** Judges one value of one field. An empty optional field gives no value and no problem. */
export function checkValue(field: KeyedField, given: Json | undefined, context: FieldContext): Checked {
  if (isEmpty(field, given)) return field.validate?.required ? wrong('required') : emptyValue(field);
  switch (field.type) {
    case 'textfield':
    case 'textarea':
      return checkText(field, given);
    case 'number':
      return checkNumber(field, given);
    case 'checkbox':
      return typeof given === 'boolean' ? { value: given } : wrong('option');
    case 'checklist':
      return checkChoices(field.values, given);
    case 'radio':
      return checkChoice(field.values, given);
    case 'select':
      return field.properties?.['source'] === 'schools'
        ? checkChoice(
            context.schools.map((value) => ({ value, label: value })),
            given,
          )
        : checkChoice(field.values ?? [], given);
    case 'datetime':
      return checkDate(field.properties, given, context);
    case 'filepicker':
      return checkKept(context.variables[field.key], given);
  }
}

const isEmpty = (field: KeyedField, given: Json | undefined): boolean =>
  given === undefined ||
  given === null ||
  (typeof given === 'string' && visibleText(given) === '') ||
  (Array.isArray(given) && given.length === 0) ||
  (field.type === 'checkbox' && given === false);

/** What an untouched field means to the model: a box not ticked is false, a list of nothing is empty, a text is null. */
const emptyValue = (field: KeyedField): Checked =>
  field.type === 'checkbox'
    ? { value: false }
    : field.type === 'checklist' || field.type === 'filepicker'
      ? { value: [] }
      : { value: null };

function checkText(field: Extract<KeyedField, { type: 'textfield' | 'textarea' }>, given: Json | undefined): Checked {
  if (typeof given !== 'string') return wrong('text');
  const { minLength, maxLength = longest[field.type], pattern } = field.validate ?? {};
  const value = visibleText(given);
  if (!canBeShown(value, field.type === 'textarea')) return wrong('text');
  if (field.properties?.['kind'] === 'money') return checkMoney(field, value);
  if (minLength !== undefined && value.length < minLength) return wrong('minLength', { count: minLength });
  if (value.length > maxLength) return wrong('maxLength', { count: maxLength });
  const kind = field.properties?.['kind'];
  if (kind !== undefined && patterns[kind] && !patterns[kind].test(value)) return wrong(kind);
  if (kind === 'nrb') return checkNrb(value);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) return wrong('pattern');
  return { value };
}

/** Polish bank account number (NRB), kept as 26 digits. */
function checkNrb(typed: string): Checked {
  const digits = typed.replaceAll(/[\s-]/g, '').replace(/^PL/i, '');
  return isNrb(digits) ? { value: digits } : wrong('nrb');
}

function checkNumber(field: NumberField, given: Json | undefined): Checked {
  if (field.properties?.['kind'] === 'money') return checkMoney(field, given);
  const value = typeof given === 'string' ? Number(given.replace(',', '.')) : given;
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('number');
  const scale = 10 ** (field.decimalDigits ?? 0);
  if (!Number.isInteger(Math.round(value * scale * 1e6) / 1e6)) return wrong(scale === 1 ? 'integer' : 'number');
  return inRange(field, value, (bound) => bound);
}

/** Typed text is zlotys (`823,01`); a JSON number is grosze. Bounds of money fields are grosze too. */
function checkMoney(field: Pick<NumberField, 'validate'>, given: Json | undefined): Checked {
  const grosze = typeof given === 'string' ? parseMoney(given) : given;
  if (typeof grosze !== 'number' || !Number.isSafeInteger(grosze)) return wrong('money');
  return inRange(field, grosze, (bound) => (bound / 100).toFixed(2).replace('.', ','));
}

function inRange(
  field: Pick<NumberField, 'validate'>,
  value: number,
  show: (bound: number) => string | number,
): Checked {
  const { min, max } = field.validate ?? {};
  if (min !== undefined && value < min) return wrong('min', { bound: show(min) });
  if (max !== undefined && value > max) return wrong('max', { bound: show(max) });
  return { value };
}

const checkChoice = (options: Option[], given: Json | undefined): Checked =>
  typeof given === 'string' && options.some((option) => option.value === given) ? { value: given } : wrong('option');

/** Files come beside the values; among these they can only be named again, never a document of somebody else's case. */
const checkKept = (kept: Json | undefined, given: Json | undefined): Checked =>
  Array.isArray(given) && given.every((id) => Array.isArray(kept) && kept.includes(id))
    ? { value: given }
    : wrong('option');

const checkChoices = (options: Option[], given: Json | undefined): Checked =>
  Array.isArray(given) && given.every((one) => options.some((option) => option.value === one))
    ? { value: [...new Set(given)] }
    : wrong('option');

function checkDate(
  properties: Record<string, string> | undefined,
  given: Json | undefined,
  context: FieldContext,
): Checked {
  if (typeof given !== 'string' || !isLocalDate(given)) return wrong('date');
  const earliest = boundOf(properties?.['earliest'], context) ?? '1900-01-01';
  const latest = boundOf(properties?.['latest'], context) ?? '2100-12-31';
  if (given < earliest || given > latest) return wrong('dateRange', { earliest, latest });
  return { value: given };
}

/** A bound is a date, `today`, or a variable of the case that holds a date; one that is not set bounds nothing. */
const boundOf = (bound: string | undefined, { variables, today }: FieldContext): LocalDate | undefined => {
  if (bound === undefined || isLocalDate(bound)) return bound;
  const value = bound === 'today' ? today : variables[bound];
  return typeof value === 'string' && isLocalDate(value) ? value : undefined;
};
