import type { Json, JsonObject } from '../../../processes/language/ids.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import type { Result } from '../../../processes/language/failure.ts';

/** What an input line may ask for: the key that says which, `complete`, `message`, … */
const verbs = [
  'complete',
  'fail',
  'claim',
  'release',
  'assign',
  'delegate',
  'message',
  'signal',
  'set',
  'retry',
  'move',
  'add',
  'end',
  'suspend',
  'resume',
  'cancel',
  'advance',
  'advanceTo',
  'list',
  'state',
] as const;
export type Verb = (typeof verbs)[number];

/** One request: `about` is the value of its verb, `more` the whole object. */
export type Request = { verb: Verb; about: Json; more: JsonObject };
export type Numbered = { line: number; input: Json; request: Result<Request> };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const requestOf = (value: Json): Result<Request> => {
  if (!isObject(value)) return fail('invalidInput', { detail: 'A line is a JSON object, or an array of them' });
  // `move` stands beside `to`, `claim` beside `as`: no request has two verbs but {"cancel":true,"state":…} and the like
  const asked = verbs.filter((verb) => Object.hasOwn(value, verb));
  const [verb] = asked;
  if (verb === undefined) return fail('invalidInput', { detail: `A line asks for one of ${verbs.join(', ')}` });
  if (asked.length > 1)
    return fail('invalidInput', { detail: `A line asks for one thing, not ${asked.join(' and ')}` });
  return ok({ verb, about: value[verb] ?? null, more: value });
};

/** The requests of values that are JSON already, as `--messages` gives them. */
export const requestsOf = (values: Json[], line: number): Numbered[] =>
  values.map((input) => ({ line, input, request: requestOf(input) }));

/** The requests of one line: none for a blank one or a comment, several for an array. */
export const readLine = (text: string, line: number): Numbered[] => {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '' || trimmed.startsWith('#')) return [];
  try {
    const value = JSON.parse(trimmed) as Json;
    return requestsOf(Array.isArray(value) ? value : [value], line);
  } catch {
    return [{ line, input: trimmed, request: fail('invalidInput', { detail: 'The line is no JSON' }) }];
  }
};
