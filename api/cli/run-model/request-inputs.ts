import { fail, ok } from '../../../processes/language/failure.ts';
import type { Failure, Result } from '../../../processes/language/failure.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';
import type { Input } from '../../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import type { Claims } from './claims.ts';
import { isObject } from './line.ts';
import type { Request, Verb } from './line.ts';
import { elementMeant, incidentMeant, meant, openWork, saidBy, tokens } from './targets.ts';
import type { Work } from './targets.ts';

export type Situation = {
  graph: ProcessGraph;
  state: EngineState;
  claims: Claims;
  /** made anew each time */ id: string;
};

const known = (value: Json | undefined): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

/** Who acts, by whichever of the usual names. */
export const personOf = ({ as, by, person }: JsonObject): string | undefined => {
  const named = as ?? by ?? person;
  return known(named) ? String(named) : undefined;
};

export const variablesOf = ({ vars, variables, data, output }: JsonObject): Result<JsonObject> => {
  const given = vars ?? variables ?? data ?? output ?? {};
  return isObject(given) ? ok(given) : fail('invalidInput', { detail: 'Variables are a JSON object' });
};

/** The work that a line means; one that is open no more, or not yet, is `taskClosed`. */
export const workMeant = (
  { graph, state, claims }: Situation,
  about: Json,
  person: string | undefined,
  of: Work['kind'][] = ['task', 'handler'],
): Result<Work> => {
  const rank = ({ instance }: Work): number => {
    const holder = claims.holder(instance);
    return holder === person ? 0 : holder === undefined ? 1 : 2;
  };
  const found = meant(
    openWork(graph, state).filter(({ kind }) => of.includes(kind)),
    about,
    rank,
  );
  if (found) return ok(found);
  const number = Number(about);
  const was = Number.isInteger(number) && number > 0 && number <= state.counter;
  const drawn = was || elementMeant(graph, about).ok || Object.values(graph.nodes).some(({ name }) => name === about);
  return drawn
    ? fail('taskClosed', { detail: `${saidBy(about)} is not open now` })
    : fail('notFound', { detail: `There is no ${saidBy(about)} in the model` });
};

const complete = (at: Situation, { about, more }: Request): Result<Input> => {
  const person = personOf(more);
  const work = workMeant(at, about, person);
  if (!work.ok) return work;
  const variables = variablesOf(more);
  if (!variables.ok) return variables;
  const { instance, kind } = work.value;
  const refusal = at.claims.refuse(instance, person);
  if (refusal) return { ok: false, ...refusal };
  if (kind === 'handler') return ok({ kind: 'activityCompleted', instance, output: variables.value });
  const by = person ?? at.claims.holder(instance) ?? 'person';
  return ok({ kind: 'taskCompleted', instance, by, data: variables.value });
};

const failWork = (at: Situation, { about, more }: Request): Result<Input> => {
  const work = workMeant(at, about, personOf(more));
  if (!work.ok) return work;
  const { instance } = work.value;
  const { error, code = error, detail, message } = more;
  if (known(code))
    return ok({ kind: 'activityErred', instance, code: String(code), message: saidBy(detail ?? message) });
  return ok({ kind: 'activityFailed', instance, detail: saidBy(detail ?? message ?? 'no reason given') });
};

const message = ({ graph, id }: Situation, { about, more }: Request): Result<Input> => {
  const variables = variablesOf(more);
  if (!variables.ok) return variables;
  const name = messageMeant(graph, saidBy(about));
  const messageId = known(more['id']) ? String(more['id']) : id;
  const about_ = more['key'] === undefined ? {} : { key: more['key'] };
  return ok({ kind: 'messageArrived', name, messageId, variables: variables.value, keep: true, ...about_ });
};

/** A message by its name, or by the element that waits for it. */
const messageMeant = ({ messages, nodes }: ProcessGraph, text: string): string => {
  const node = messages.includes(text) ? undefined : nodes[text];
  if (node?.kind === 'receiveTask') return node.message;
  const event = node && 'events' in node ? node.events.find(({ kind }) => kind === 'message') : undefined;
  return event?.kind === 'message' ? event.message : text;
};

const signal = ({ graph }: Situation, { about, more }: Request): Result<Input> => {
  const variables = variablesOf(more);
  if (!graph.signals?.includes(saidBy(about)))
    return fail('notFound', { detail: `The model waits for no signal ${saidBy(about)}` });
  return variables.ok ? ok({ kind: 'signalArrived', signal: saidBy(about), variables: variables.value }) : variables;
};

const by = (more: JsonObject): { by: string } => ({ by: personOf(more) ?? 'operator' });

const retry = ({ graph, state }: Situation, { about, more }: Request): Result<Input> => {
  const variables = variablesOf(more);
  if (!variables.ok) return variables;
  const incident = incidentMeant(graph, state, about);
  if (incident === undefined) return fail('notFound', { detail: `No incident is open at ${saidBy(about)}` });
  return ok({ kind: 'incidentRetried', incident, ...by(more), variables: variables.value });
};

const token = ({ graph, state }: Situation, about: Json): Result<string> => {
  const found = meant(tokens(graph, state), about);
  return found ? ok(found.instance) : fail('notFound', { detail: `No token is at ${saidBy(about)}` });
};

const move = (at: Situation, { about, more }: Request): Result<Input> => {
  const instance = token(at, about);
  const to = elementMeant(at.graph, more['to'] ?? null);
  if (!instance.ok) return instance;
  return to.ok ? ok({ kind: 'tokenMoved', ...by(more), instance: instance.value, to: to.value }) : to;
};

/** Where no scope is named, the first open one of what the element is drawn in. */
const add = ({ graph, state }: Situation, { about, more }: Request): Result<Input> => {
  const to = elementMeant(graph, about);
  if (!to.ok) return to;
  const around = graph.nodes[to.value]?.scope;
  const fitting = Object.entries(state.scopes).find(([, { element, ended }]) => element === around && !ended)?.[0];
  const scope = known(more['scope']) ? String(more['scope']) : fitting;
  return ok({ kind: 'tokenAdded', ...by(more), to: to.value, ...(scope === undefined ? {} : { scope }) });
};

const end = (at: Situation, { about, more }: Request): Result<Input> => {
  const instance = token(at, about);
  return instance.ok ? ok({ kind: 'tokenEnded', ...by(more), instance: instance.value }) : instance;
};

const set = (_: Situation, { about, more }: Request): Result<Input> => {
  if (!isObject(about)) return fail('invalidInput', { detail: 'Variables are a JSON object' });
  const scope = known(more['scope']) ? { scope: String(more['scope']) } : {};
  return ok({ kind: 'variablesCorrected', ...by(more), ...scope, variables: about });
};

type Reader = (at: Situation, request: Request) => Result<Input>;

/** The requests that are one input of the engine. */
const readers: Partial<Record<Verb, Reader>> = {
  complete,
  fail: failWork,
  message,
  signal,
  set,
  retry,
  move,
  add,
  end,
  suspend: (_, { more }) => ok({ kind: 'caseSuspended', ...by(more) }),
  resume: (_, { more }) => ok({ kind: 'caseResumed', ...by(more) }),
  cancel: (_, { more }) => ok({ kind: 'caseCancelled', ...by(more), undo: more['undo'] === true }),
};

export const inputOf = (at: Situation, request: Request): Result<Input> | undefined =>
  readers[request.verb]?.(at, request);

/** It may be taken later, when the case has gone on. */
export const mayFitLater = ({ failure }: Failure): boolean => failure === 'taskClosed' || failure === 'notAwaited';
