/**
 * The part of the form-js JSON schema (https://bpmn.io/schema) that Obieg renders on the server and checks there.
 * Translations live in `properties`: `label.en`, `label.uk`, `description.en`, `option.<value>.en`, `text.uk`…; the plain attributes are Polish.
 */
export type FieldBase = {
  id?: string;
  properties?: Record<string, string>;
  conditional?: { /** FEEL, true = not shown and not kept */ hide: string };
};

export type Validate = {
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  patternErrorMessage?: string;
  min?: number;
  max?: number;
};

type Keyed = FieldBase & {
  key: string;
  label: string;
  description?: string;
  validate?: Validate;
  /** shown, not editable, not taken from the body */ readonly?: boolean;
  disabled?: boolean;
};
export type Option = { label: string; value: string };

/** `properties.kind`: `money` (typed `823,01`, kept as integer grosze), `email`, `phone`, `postcode`, `nrb`, `unit` (a school of the city) */
export type TextField = Keyed & { type: 'textfield' };
export type TextArea = Keyed & { type: 'textarea' };
/** Integer or, with `decimalDigits`, decimal; `properties.kind = money` for amounts. */
export type NumberField = Keyed & { type: 'number'; decimalDigits?: number };
export type Checkbox = Keyed & { type: 'checkbox' };
export type Checklist = Keyed & { type: 'checklist'; values: Option[] };
export type Radio = Keyed & { type: 'radio'; values: Option[] };
/** `properties.source = schools` takes its options from the units of the city. */
export type Select = Keyed & { type: 'select'; values?: Option[] };
/** A date, kept as `YYYY-MM-DD`. `properties.earliest` and `latest`: a date, `today`, or a variable of the case that holds one. */
export type DateField = Keyed & { type: 'datetime'; subtype: 'date' };
/** Attachment(s): kept as document ids. */
export type FilePicker = Keyed & { type: 'filepicker'; multiple?: boolean; accept?: string };
/** Markdown shown to the reader; `{name}` stands for that variable of the case. */
export type TextView = FieldBase & { type: 'text'; text: string };
export type Group = FieldBase & { type: 'group'; label?: string; components: FormComponent[] };
/** A list of rows (household members, invoices): kept as an array of objects under `path`. */
export type DynamicList = FieldBase & {
  type: 'dynamiclist';
  path: string;
  label: string;
  description?: string;
  validate?: { minItems?: number; maxItems?: number };
  components: FormComponent[];
};

export type KeyedField =
  TextField | TextArea | NumberField | Checkbox | Checklist | Radio | Select | DateField | FilePicker;
export type FormComponent = KeyedField | TextView | Group | DynamicList;
export type FormSchema = {
  type: 'default';
  id: string;
  schemaVersion: number;
  components: FormComponent[];
  properties?: Record<string, string>;
};
