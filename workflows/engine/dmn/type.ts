import type { Expression } from '../feel/expression.ts';

/** The simple types of FEEL; `days` and `months` are its two kinds of duration. */
export type SimpleType = 'any' | 'number' | 'string' | 'boolean' | 'date' | 'time' | 'dateTime' | 'days' | 'months';

/** What a value must be. `allowed` are unary tests that all must hold of a value, which they read as `_input`. */
export type Type = { allowed?: Expression[] } & (
  { kind: SimpleType } | { kind: 'list'; of: Type } | { kind: 'context'; fields: Record<string, Type> }
);

const simple = new Map<string, SimpleType>(
  Object.entries({
    any: 'any',
    number: 'number',
    string: 'string',
    boolean: 'boolean',
    date: 'date',
    time: 'time',
    datetime: 'dateTime',
    'date and time': 'dateTime',
    daytimeduration: 'days',
    'days and time duration': 'days',
    'day time duration': 'days',
    yearmonthduration: 'months',
    'years and months duration': 'months',
    'year month duration': 'months',
    // No types of DMN, but Camunda's modeler offers them for numbers.
    integer: 'number',
    long: 'number',
    double: 'number',
  }),
);

/** The built-in type of that name, however the tools spell it. */
export const simpleTypeOf = (name: string): SimpleType | undefined =>
  simple.get(name.replace(/^feel:/, '').toLowerCase());

/** How a type is called in messages. */
export const typeName = (type: Type): string => (type.kind === 'list' ? `list of ${typeName(type.of)}` : type.kind);
