import type { CandidateRole } from '../../../processes/language/party.ts';
import type { GraphNode, NodeOf } from '../graph.ts';
import { messageOf } from './messages.ts';
import { extensionOf, flagOf, listOf, settingOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { expressionFrom, momentFrom, sourceFrom } from './sources.ts';

/** What only this kind of node has, beside what all have. */
export type Settings<Node = GraphNode> = Node extends GraphNode
  ? Omit<Node, keyof NodeOf<'task'>> & Pick<Node, 'kind'>
  : never;
export type Reader = (element: ModdleElement, at: string, report: Report) => Settings | undefined;

const roles = /^(secretary|director|clerk|administrator|applicant)@(unit|department|case)$/;
const isCandidate = (text: string): text is CandidateRole => roles.test(text);

/** The roles in a list of candidate groups. */
export const candidatesFrom = (groups: string, at: string, report: Report): CandidateRole[] =>
  groups
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '')
    .filter((group): group is CandidateRole => {
      if (!isCandidate(group)) report(at, 'model.candidateUnknown', { candidate: group });
      return isCandidate(group);
    });

/** Groups of another office are no fault of the model: that a task has a role of ours is asked when it is deployed. */
const candidatesOf = (element: ModdleElement): CandidateRole[] =>
  candidatesFrom(
    textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? '',
    '',
    () => undefined,
  );

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
    candidate: candidatesOf(element),
    ...(form === undefined ? {} : { form }),
    ...(dueDate === undefined ? {} : { dueDate: momentFrom(dueDate, at, report) }),
    ...(duration === undefined ? {} : { term: { duration: sourceFrom(duration, at, report), basis: basis ?? '' } }),
    ...(document === undefined ? {} : { signature: { document, field: field ?? '' } }),
  };
};

const defaultAttempts = 3;
const defaultBackoff = 'PT5S';

/** The handler call of a service or send task or a throwing message event; none where the model names no handler. */
export const workFrom = (element: ModdleElement, at: string, report: Report) => {
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  const handler = textOf(definition, 'type');
  if (handler === undefined) return {};
  const retries = textOf(definition, 'retries') ?? String(defaultAttempts);
  if (!/^[1-9]\d{0,2}$/.test(retries)) report(at, 'model.retriesInvalid', { retries });
  const headers = Object.fromEntries(
    listOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values').map((header) => [
      textOf(header, 'key') ?? '',
      textOf(header, 'value') ?? '',
    ]),
  );
  return {
    handler,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    retry: { maximumAttempts: Number(retries), backoff: headers['retryBackoff'] ?? defaultBackoff },
  };
};

const receiveTask: Reader = (element, at, report) => ({
  kind: 'receiveTask',
  ...(messageOf(element, at, report) ?? { message: '' }),
  ...(flagOf(element, 'instantiate') ? { instantiate: true as const } : {}),
});

const sendTask: Reader = (element, at, report) => {
  const work = workFrom(element, at, report);
  const message = 'handler' in work ? undefined : messageOf(element, at, () => undefined);
  return { kind: 'sendTask', ...work, ...message };
};

const scriptTask: Reader = (element, at, report) => {
  const zeebe = extensionOf(element, 'zeebe:Script');
  const text = textOf(zeebe, 'expression') ?? textOf(element, 'script');
  const result = textOf(zeebe, 'resultVariable');
  return {
    kind: 'scriptTask',
    ...(text === undefined ? {} : { script: expressionFrom(text, at, report) }),
    ...(result === undefined ? {} : { result }),
  };
};

const businessRuleTask: Reader = (element) => {
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const decision = textOf(called, 'decisionId');
  if (decision === undefined) return { kind: 'businessRuleTask' }; // the standard itself has no way to name one
  return { kind: 'businessRuleTask', decision, result: textOf(called, 'resultVariable') ?? decision };
};

/** What a call activity names: an id, which the standard writes as a qualified name, or an expression. */
export const calledBy = (element: ModdleElement): string | undefined => {
  const called = textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId') ?? textOf(element, 'calledElement');
  return called?.replace(/^[\p{L}_][\p{L}\p{N}_.-]*:(?=[\p{L}_])/u, '');
};

const bindingOf = (zeebe: ModdleElement | undefined, at: string, report: Report): object => {
  const type = textOf(zeebe, 'bindingType') ?? 'latest';
  const tag = textOf(zeebe, 'versionTag');
  if (type === 'deployment') return { binding: { kind: 'deployment' } };
  if (type !== 'versionTag') return {};
  if (tag === undefined) report(at, 'model.versionTagMissing');
  return { binding: { kind: 'versionTag', tag: tag ?? '' } };
};

const callActivity: Reader = (element, at, report) => {
  const zeebe = extensionOf(element, 'zeebe:CalledElement');
  const called = calledBy(element);
  if (called === undefined) report(at, 'model.calledElementMissing');
  return {
    kind: 'callActivity',
    called: sourceFrom(called ?? '', at, report),
    ...bindingOf(zeebe, at, report),
    ...(zeebe?.get?.('propagateAllParentVariables') === false ? { keepsParent: false as const } : {}),
    ...(zeebe?.get?.('propagateAllChildVariables') === false ? { keepsChild: false as const } : {}),
  };
};

/** Readers of the activities that are no subprocess. */
export const taskReaders: Record<string, Reader> = {
  'bpmn:Task': () => ({ kind: 'task' }),
  'bpmn:ManualTask': () => ({ kind: 'manualTask' }),
  'bpmn:UserTask': userTask,
  'bpmn:ServiceTask': (...given) => ({ kind: 'serviceTask', ...workFrom(...given) }),
  'bpmn:SendTask': sendTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:ScriptTask': scriptTask,
  'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:CallActivity': callActivity,
};

/** Global tasks, which call activities call: each is a process of one element. */
export const globalTaskReaders: Record<string, Reader> = {
  'bpmn:GlobalTask': () => ({ kind: 'task' }),
  'bpmn:GlobalManualTask': () => ({ kind: 'manualTask' }),
  'bpmn:GlobalUserTask': userTask,
  'bpmn:GlobalScriptTask': scriptTask,
  'bpmn:GlobalBusinessRuleTask': businessRuleTask,
};

/** Global tasks the engine runs when they are called; for the page that lists them. */
export const executableGlobalTasks: string[] = Object.keys(globalTaskReaders);
