import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fail, ok } from '../../../processes/language/failure.ts';
import type { Problem, Result } from '../../../processes/language/failure.ts';
import type { Instant, Json, JsonObject } from '../../../processes/language/ids.ts';
import { isDuration, momentOf } from '../../../workflows/engine/time.ts';
import { isObject, requestsOf } from './line.ts';
import type { Numbered } from './line.ts';
import type { ModelFiles } from './load-model.ts';
import type { SessionSettings } from './session.ts';

export type RunOptions = {
  files: ModelFiles;
  variables: JsonObject;
  first: Numbered[];
  settings: SessionSettings;
  /** virtual time begins here */ now: Instant;
  /** undefined: for ever */ idleMs: number | undefined;
  core: boolean;
  trace: boolean;
  out?: string;
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const described = {
  process: text,
  decisions: text,
  vars: text,
  messages: text,
  tasks: text,
  now: text,
  idle: text,
  'max-timers': text,
  out: text,
  'skip-time': flag,
  auto: flag,
  trace: flag,
  core: flag,
};

type Given = ReturnType<typeof parseArgs<{ options: typeof described; allowPositionals: true }>>;

const wrong = (option: string, reason: string): Problem => ({ at: option, code: 'option.invalid', values: { reason } });
const epoch = '1970-01-01T00:00:00.000Z';

/** JSON written out, or `@file` that holds it. */
const jsonOf = async (given: string | undefined, empty: Json): Promise<Json | undefined> => {
  if (given === undefined || given.trim() === '') return empty;
  try {
    return JSON.parse(given.startsWith('@') ? await readFile(given.slice(1), 'utf8') : given) as Json;
  } catch {
    return undefined;
  }
};

/** An array of message and signal objects or of names, one object of them, or variables by message name. */
const messagesOf = (given: Json): Json[] | undefined => {
  if (Array.isArray(given)) return given.map((each) => (typeof each === 'string' ? { message: each } : each));
  if (!isObject(given)) return undefined;
  if ('message' in given || 'signal' in given) return [given];
  return Object.entries(given).map(([message, vars]) => ({ message, vars: vars ?? {} }));
};

const parsed = (args: string[]): Result<Given> => {
  try {
    return ok(parseArgs({ args, options: described, allowPositionals: true }));
  } catch (error) {
    return fail('invalidInput', { problems: [wrong('', error instanceof Error ? error.message : String(error))] });
  }
};

/** What the command line asks for; `present` is what the clock shows. Fails with `invalidInput`, one problem per option. */
export const readOptions = async (args: string[], present: Date): Promise<Result<RunOptions>> => {
  const given = parsed(args);
  if (!given.ok) return given;
  const { values, positionals } = given.value;
  const [file, ...others] = positionals;
  const variables = await jsonOf(values.vars, {});
  const tasks = await jsonOf(values.tasks, {});
  const messages = messagesOf((await jsonOf(values.messages, [])) ?? '');
  const whole = new Date(Math.floor(present.getTime() / 1000) * 1000).toISOString();
  const now = values.now === undefined ? whole : isDuration(values.now) ? undefined : momentOf(values.now, whole);
  const idle = isDuration(values.idle ?? 'PT3S') ? momentOf(values.idle ?? 'PT3S', epoch) : undefined;
  const mostTimers = Number(values['max-timers'] ?? 1000);
  const problems = [
    ...(file === undefined || others.length > 0 ? [wrong('FILE', 'one model file is needed')] : []),
    ...(isObject(variables) ? [] : [wrong('--vars', 'it must be a JSON object, or @file')]),
    ...(isObject(tasks) ? [] : [wrong('--tasks', 'it must be a JSON object, or @file')]),
    ...(messages ? [] : [wrong('--messages', 'it must be a JSON array or object, or @file')]),
    ...(now === undefined ? [wrong('--now', 'it must be an ISO 8601 instant')] : []),
    ...(idle === undefined ? [wrong('--idle', 'it must be an ISO 8601 duration')] : []),
    ...(Number.isInteger(mostTimers) && mostTimers >= 0 ? [] : [wrong('--max-timers', 'it must be a whole number')]),
  ];
  if (problems.length > 0 || file === undefined || now === undefined || idle === undefined)
    return fail('invalidInput', { problems });
  const idleMs = Date.parse(idle);
  return ok({
    files: {
      file,
      ...(values.decisions === undefined ? {} : { decisions: values.decisions }),
      ...(values.process === undefined ? {} : { process: values.process }),
    },
    variables: variables as JsonObject,
    first: requestsOf(messages ?? [], 0),
    settings: {
      skipTime: values['skip-time'],
      auto: values.auto,
      tasks: tasks as JsonObject,
      mostTimers,
      mostTasks: 1000,
    },
    now,
    idleMs: idleMs === 0 ? undefined : idleMs,
    core: values.core,
    trace: values.trace,
    ...(values.out === undefined ? {} : { out: values.out }),
  });
};
