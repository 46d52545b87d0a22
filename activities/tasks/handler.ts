import type { z } from 'zod';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { Random, Clock } from '../clock.ts';
import type { DocumentMaker } from '../documents/ports.ts';
import type { CaseRecord } from '../store/records.ts';
import { systemScope } from '../store/scope.ts';
import type { Store } from '../store/store.ts';
import type { HandlerAnswer, HandlerCall } from '../../workflows/ports.ts';
import type { Mailer } from './mailer.ts';

/** What service tasks may reach. */
export type HandlerDeps = {
  store: Pick<Store, 'cases' | 'definitions' | 'documents' | 'messages'>;
  maker: DocumentMaker;
  /** absent where no mail server is known: letters then wait on the stage page only */
  mailer?: Mailer;
  clock: Clock;
  random: Random;
  /** public address of the product, without a slash at its end */
  baseUrl: string;
  /** key from which verification codes are derived */
  verificationSecret: string;
};

export type Handling<Input, Headers> = {
  call: HandlerCall;
  input: Input;
  headers: Headers;
  /** the case as it is now */
  file: CaseRecord;
};

/**
 * A service task's handler: registered under `name`, called with input and headers that its schemas have accepted. It must
 * do the same thing once however often it is called for the same case and instance. Throw for a technical failure; answer
 * `bpmnError` for a business outcome that the model catches.
 */
export type Handler = {
  name: string;
  /** names in its answer to a call with those headers; undefined: its schema leaves them open */
  writes(headers: Record<string, string>): string[] | undefined;
  run(call: HandlerCall, deps: HandlerDeps): Promise<HandlerAnswer>;
};

/** A technical failure that no retry mends, e.g. input of the wrong shape: an incident at once. */
export class HandlerFault extends Error {
  override readonly name = 'HandlerFault';
}

const accept = <Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.infer<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // names of the fields only: their values may be personal
  const fields = parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
  throw new HandlerFault(`Expected ${what} of the right shape but these are wrong: ${fields.join(', ')}`);
};

const fileOf = async ({ caseId }: HandlerCall, { store }: HandlerDeps): Promise<CaseRecord> => {
  const file = await store.cases.find(systemScope('worker'), caseId);
  if (!file) throw new HandlerFault(`Expected case ${caseId} in the store`);
  return file;
};

/** The names of an object schema that lets no other through. */
const namesOf = (schema: z.ZodType): string[] | undefined => {
  const { def } = schema as z.ZodObject;
  const closed = def.type === 'object' && (def.catchall === undefined || def.catchall._zod.def.type === 'never');
  return closed ? Object.keys(def.shape) : undefined;
};

/** Puts schemas before and after the function, and the case beside its input. */
export const defineHandler = <
  Input extends z.ZodType,
  Headers extends z.ZodType,
  Output extends z.ZodType<JsonObject>,
>(handler: {
  name: string;
  input: Input;
  headers: Headers;
  output: Output;
  /** where the names in the output follow from the headers */ writes?(headers: Record<string, string>): string[];
  run(handling: Handling<z.infer<Input>, z.infer<Headers>>, deps: HandlerDeps): Promise<z.infer<Output>>;
}): Handler => ({
  name: handler.name,
  writes: (headers) => handler.writes?.(headers) ?? namesOf(handler.output),
  async run(call, deps) {
    const input = accept(handler.input, call.input, 'input');
    const headers = accept(handler.headers, call.headers, 'headers');
    const file = await fileOf(call, deps);
    const output = await handler.run({ call, input, headers, file }, deps);
    return { kind: 'completed', output: accept(handler.output, output, 'output') };
  },
});
