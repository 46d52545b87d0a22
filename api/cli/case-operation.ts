import { parseArgs } from 'node:util';
import { fail, ok } from '../../processes/language/failure.ts';
import { deletionReasons } from '../../activities/store/records.ts';
import type { DeletionReason } from '../../activities/store/records.ts';
import type { Json, JsonObject } from '../../processes/language/ids.ts';
import type { OperationWanted } from '../../activities/casework/operating/operate.ts';
import type { Result } from '../../processes/language/failure.ts';

/** What the command line wants of one case. */
export type CaseWanted =
  | { kind: 'show' }
  | { kind: 'retry'; incident?: string; variables: JsonObject }
  | { kind: 'operate'; operation: OperationWanted }
  | { kind: 'delete'; reason: DeletionReason }
  | { kind: 'signal'; name: string; data: JsonObject }
  | { kind: 'message'; name: string; data: JsonObject; key?: Json; keep?: boolean };

type Options = { scope?: string; undo?: boolean; key?: string; keep?: boolean };
type Read = (args: string[], options: Options) => Result<CaseWanted>;

const wrong = (detail: string): { ok: false; failure: 'invalidInput'; detail: string } => ({
  ok: false,
  failure: 'invalidInput',
  detail,
});

const jsonOf = (text: string): Result<Json> => {
  try {
    return ok(JSON.parse(text) as Json);
  } catch {
    return wrong(`${text} is no JSON`);
  }
};

const dataOf = (text = '{}'): Result<JsonObject> => {
  const value = jsonOf(text);
  if (!value.ok) return value;
  const isObject = typeof value.value === 'object' && value.value !== null && !Array.isArray(value.value);
  return isObject ? ok(value.value as JsonObject) : wrong(`${text} is no JSON object`);
};

/** `amount=5`, `name="text"`: a name and JSON. */
const variablesOf = (args: string[]): Result<JsonObject> => {
  const variables: JsonObject = {};
  for (const arg of args) {
    const [, name, text] = /^([\p{L}_][\p{L}\p{N}_]*)=([\s\S]*)$/u.exec(arg) ?? [];
    if (name === undefined || text === undefined) return wrong(`Expected name=json but got ${arg}`);
    const value = jsonOf(text);
    if (!value.ok) return value;
    variables[name] = value.value;
  }
  return ok(variables);
};

const operation = (wanted: OperationWanted): Result<CaseWanted> => ok({ kind: 'operate', operation: wanted });
const within = ({ scope }: Options): { scope?: string } => (scope === undefined ? {} : { scope });

const actions: Record<string, Read> = {
  show: () => ok({ kind: 'show' }),
  retry: (args) => {
    const [first = ''] = args;
    const named = /^\d+$/.test(first);
    const variables = variablesOf(named ? args.slice(1) : args);
    if (!variables.ok) return variables;
    return ok({ kind: 'retry', variables: variables.value, ...(named ? { incident: first } : {}) });
  },
  set: (args, options) => {
    const variables = variablesOf(args);
    if (!variables.ok) return variables;
    if (args.length === 0) return wrong('Expected name=json');
    return operation({ kind: 'variablesCorrected', variables: variables.value, ...within(options) });
  },
  move: ([instance, to]) =>
    instance === undefined || to === undefined
      ? wrong('Expected the number of a token and an element')
      : operation({ kind: 'tokenMoved', instance, to }),
  add: ([to], options) =>
    to === undefined ? wrong('Expected an element') : operation({ kind: 'tokenAdded', to, ...within(options) }),
  end: ([instance]) =>
    instance === undefined ? wrong('Expected the number of a token') : operation({ kind: 'tokenEnded', instance }),
  suspend: () => operation({ kind: 'caseSuspended' }),
  resume: () => operation({ kind: 'caseResumed' }),
  cancel: (_, { undo }) => operation({ kind: 'caseCancelled', ...(undo ? { undo } : {}) }),
  delete: ([given]) => {
    const reason = deletionReasons.find((one) => one === given);
    return reason ? ok({ kind: 'delete', reason }) : wrong(`Expected a reason: ${deletionReasons.join(', ')}`);
  },
  signal: ([name, text]) => {
    const data = dataOf(text);
    if (!data.ok) return data;
    return name === undefined ? wrong('Expected the name of a signal') : ok({ kind: 'signal', name, data: data.value });
  },
  message: ([name, text], { key, keep }) => {
    const data = dataOf(text);
    const about = key === undefined ? undefined : jsonOf(key);
    if (!data.ok) return data;
    if (about && !about.ok) return about;
    if (name === undefined) return wrong('Expected the name of a message');
    const more = { ...(about ? { key: about.value } : {}), ...(keep ? { keep } : {}) };
    return ok({ kind: 'message', name, data: data.value, ...more });
  },
};

export const caseActions = Object.keys(actions);

/** Reads what stands behind `obieg case <number>`. `invalidInput` says in its detail what was expected. */
export function readCaseWanted(args: string[]): Result<CaseWanted> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        scope: { type: 'string' },
        undo: { type: 'boolean' },
        key: { type: 'string' },
        keep: { type: 'boolean' },
      },
    });
    const [action = 'show', ...rest] = positionals;
    const read = Object.hasOwn(actions, action) ? actions[action] : undefined;
    return read ? read(rest, values) : wrong(`There is no action ${action}. Actions: ${caseActions.join(', ')}`);
  } catch (error) {
    return fail('invalidInput', { detail: error instanceof Error ? error.message : String(error) });
  }
}
