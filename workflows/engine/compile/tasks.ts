import type { CandidateRole } from '../../../processes/language/party.ts';
import type { GraphNode, NodeOf } from '../graph.ts';
import { childOf, extensionOf, listOf, settingOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { expressionFrom, momentFrom, sourceFrom } from './sources.ts';

/** What only this kind of node has, beside what all have. */
export type Settings<Node = GraphNode> = Node extends GraphNode
  ? Omit<Node, keyof NodeOf<'startEvent'>> & Pick<Node, 'kind'>
  : never;
export type Reader = (element: ModdleElement, at: string, report: Report) => Settings | undefined;

const roles = /^(secretary|director|clerk|administrator|applicant)@(unit|department|case)$/;
const isCandidate = (text: string): text is CandidateRole => roles.test(text);

const candidatesOf = (element: ModdleElement, at: string, report: Report): CandidateRole[] => {
  const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? '';
  return groups
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '')
    .filter((group): group is CandidateRole => {
      if (!isCandidate(group)) report(at, 'model.candidateUnknown', { candidate: group });
      return isCandidate(group);
    });
};

const userTask = (element: ModdleElement, at: string, report: Report): Settings<NodeOf<'userTask'>> => {
  const form = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const dueDate = textOf(extensionOf(element, 'zeebe:TaskSchedule'), 'dueDate');
  const duration = settingOf(element, 'Term', 'duration');
  const document = settingOf(element, 'Signature', 'document');
  const field = settingOf(element, 'Signature', 'field');
  const basis = settingOf(element, 'Term', 'basis');
  if ((duration === undefined) !== (basis === undefined)) report(at, 'model.termIncomplete');
  if ((document === undefined) !== (field === undefined)) report(at, 'model.signatureIncomplete');
  return {
    kind: 'userTask',
    candidate: candidatesOf(element, at, report),
    ...(form === undefined ? {} : { form }),
    ...(dueDate === undefined ? {} : { dueDate: momentFrom(dueDate, at, report) }),
    ...(duration === undefined ? {} : { term: { duration: sourceFrom(duration, at, report), basis: basis ?? '' } }),
    ...(document === undefined ? {} : { signature: { document, field: field ?? '' } }),
  };
};

const defaultAttempts = 3;
const defaultBackoff = 'PT5S';

/** The handler call of a service or send task or a throwing message event. */
export const workFrom = (element: ModdleElement, at: string, report: Report) => {
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  const handler = textOf(definition, 'type');
  if (handler === undefined) report(at, 'model.handlerMissing');
  const retries = textOf(definition, 'retries') ?? String(defaultAttempts);
  if (!/^[1-9]\d{0,2}$/.test(retries)) report(at, 'model.retriesInvalid', { retries });
  const headers = Object.fromEntries(
    listOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values').map((header) => [
      textOf(header, 'key') ?? '',
      textOf(header, 'value') ?? '',
    ]),
  );
  return {
    handler: handler ?? '',
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    retry: { maximumAttempts: Number(retries), backoff: headers['retryBackoff'] ?? defaultBackoff },
  };
};

/** Name of the message an event definition or receive task refers to. */
export const messageFrom = (element: ModdleElement | undefined, at: string, report: Report): string => {
  const name = textOf(childOf(element, 'messageRef'), 'name');
  if (name === undefined) report(at, 'model.messageMissing');
  return name ?? '';
};

const scriptTask: Reader = (element, at, report) => {
  const zeebe = extensionOf(element, 'zeebe:Script');
  const text = textOf(zeebe, 'expression') ?? textOf(element, 'script');
  const result = textOf(zeebe, 'resultVariable');
  if (text === undefined) report(at, 'model.scriptMissing');
  return {
    kind: 'scriptTask',
    script: expressionFrom(text ?? '=null', at, report),
    ...(result === undefined ? {} : { result }),
  };
};

const businessRuleTask: Reader = (element, at, report) => {
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const decision = textOf(called, 'decisionId');
  if (decision === undefined) report(at, 'model.decisionMissing');
  return {
    kind: 'businessRuleTask',
    decision: decision ?? '',
    result: textOf(called, 'resultVariable') ?? decision ?? '',
  };
};

/** Readers of the activities that are no subprocess. */
export const taskReaders: Record<string, Reader> = {
  'bpmn:Task': () => ({ kind: 'task' }),
  'bpmn:ManualTask': () => ({ kind: 'manualTask' }),
  'bpmn:UserTask': userTask,
  'bpmn:ServiceTask': (...given) => ({ kind: 'serviceTask', ...workFrom(...given) }),
  'bpmn:SendTask': (...given) => ({ kind: 'sendTask', ...workFrom(...given) }),
  'bpmn:ReceiveTask': (element, at, report) => ({ kind: 'receiveTask', message: messageFrom(element, at, report) }),
  'bpmn:ScriptTask': scriptTask,
  'bpmn:BusinessRuleTask': businessRuleTask,
};
