import { givenNames } from '../../../workflows/engine/feel/given-names.ts';
import type { FormSchema } from '../../../processes/language/form.ts';
import { formNames } from './form-names.ts';
import type { NodeView } from './node-view.ts';

/** What a writer can write: these names, or any. */
export type Names = string[] | 'any';

export type Surroundings = {
  forms: Record<string, FormSchema>;
  /** names in a handler's answer; undefined where its schema leaves them open */
  handlerWrites: (handler: string, headers: Record<string, string>) => string[] | undefined;
  /** names that come with a message, by its name; undefined: whatever its sender likes */
  messageCarries: (message: string) => string[] | undefined;
};

/**
 * Kinds that add no name of their own: they hand on the token, or what other elements of the same graph set (a process that
 * is called, an error or a message thrown inside the case). A kind that is not listed may write anything.
 */
const silent = new Set([
  'startEvent',
  'intermediateThrowEvent',
  'intermediateCatchEvent',
  'boundaryEvent',
  'endEvent',
  'task',
  'manualTask',
  'serviceTask',
  'sendTask',
  'callActivity',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'eventBasedGateway',
  'subProcess',
  'eventSubProcess',
  'adHocSubProcess',
]);
const receiving = new Set(['receiveTask', 'startEvent', 'intermediateCatchEvent', 'boundaryEvent']);

/** What an activity that repeats can read of its rounds, as the engine and other engines' models name it (loops.ts). */
const counters = ['Instances', 'ActiveInstances', 'CompletedInstances', 'TerminatedInstances'];
const loopNames = ['loopCounter', ...counters.flatMap((counter) => [`numberOf${counter}`, `nrOf${counter}`])];

export const union = (all: Names[]): Names => (all.includes('any') ? 'any' : all.flat());

/** Messages that an element receives; what a throwing event or a send task names is sent. */
export const receivedMessages = ({ kind, message, events = [] }: NodeView): string[] =>
  receiving.has(kind) ? [message, ...events.map((event) => event.message)].filter((name) => name !== undefined) : [];

/** Names in the data with which an element is completed. */
export const dataNames = (node: NodeView, { forms, handlerWrites, messageCarries }: Surroundings): Names => {
  const form = forms[node.form ?? ''];
  const received = receivedMessages(node).map((message): Names => messageCarries(message) ?? 'any');
  if (received.length > 0) return union(received);
  // a signal may come from outside the case
  if (receiving.has(node.kind) && node.events?.some(({ kind }) => kind === 'signal')) return 'any';
  if (node.handler !== undefined) return handlerWrites(node.handler, node.headers ?? {}) ?? 'any';
  if (node.kind === 'userTask') return form ? formNames(form) : 'any';
  if (node.kind === 'businessRuleTask') return node.result === undefined ? 'any' : [node.result];
  if (node.kind === 'scriptTask') {
    if (node.result !== undefined) return [node.result];
    return node.script ? (givenNames(node.script.feel) ?? 'any') : [];
  }
  return silent.has(node.kind) ? [] : 'any';
};

/** Names of the variables that an element can set. */
export const writtenNames = (node: NodeView, surroundings: Surroundings): Names => {
  const { id, kind, inputs = [], outputs, dataInputs = [], dataOutputs = [], loop } = node;
  const mapped = [...inputs, ...(outputs ?? []), ...dataInputs, ...dataOutputs].map(
    ({ target }) => target.split('.')[0] ?? target,
  );
  return union([
    mapped,
    kind === 'userTask' ? [`${id}By`] : [],
    loop ? loopNames : [],
    [loop?.item, loop?.output?.collection].filter((name) => name !== undefined),
    outputs ? [] : dataNames(node, surroundings),
  ]);
};
