import { compile } from '../../../workflows/engine/compile.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { CaseInput } from '../../../workflows/contract.ts';
import type {
  CaseActivities,
  HandlerAnswer,
  HandlerCall,
  ProjectedStep,
  SpreadSignal,
} from '../../../workflows/ports.ts';
import { parseModel } from '../../../activities/models/parse.ts';
import type { CaseId, DefinitionHash, JsonObject, TaskId, UnitId } from '../../../processes/language/ids.ts';
import { extended, modelXml, rowXml } from '../models/model-xml.ts';

export const userTask = (id: string, more = '', inside = ''): string =>
  extended(
    'userTask',
    id,
    `<zeebe:formDefinition formId="check"/><zeebe:assignmentDefinition candidateGroups="clerk@department"/>${more}`,
    inside,
  );
export const serviceTask = (id: string, retries = 1): string =>
  extended('serviceTask', id, `<zeebe:taskDefinition type="makeDocument" retries="${retries}"/>`);

export const graphOf = async (xml: string): Promise<ProcessGraph> => {
  const model = await parseModel(xml);
  const graph = model.ok ? compile(model.value.definitions) : model;
  if (!graph.ok) throw new Error(`Expected a graph but got ${JSON.stringify(graph)}`);
  return graph.value;
};

/** A task whose term ends it by the given timer, else it is done. */
export const timedXml = (duration: string): string =>
  modelXml(`<bpmn:startEvent id="start" name="S"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>
${userTask('check', '', '<bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing>')}
<bpmn:boundaryEvent id="late" name="Term over" attachedToRef="check"><bpmn:outgoing>f2</bpmn:outgoing><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:endEvent id="done" name="D"><bpmn:incoming>f1</bpmn:incoming></bpmn:endEvent><bpmn:endEvent id="expired" name="E"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="check"/><bpmn:sequenceFlow id="f1" sourceRef="check" targetRef="done"/><bpmn:sequenceFlow id="f2" sourceRef="late" targetRef="expired"/>`);

/** A task that is repeated until `enough`, with a reminder that must outlive each renewal of the run. */
export const loopXml =
  modelXml(`<bpmn:startEvent id="start" name="S"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>
<bpmn:parallelGateway id="fork"><bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing></bpmn:parallelGateway>
<bpmn:intermediateCatchEvent id="reminder" name="Reminder"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT3S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="reminded" name="R"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
${userTask('again', '', '<bpmn:incoming>f1</bpmn:incoming><bpmn:incoming>f6</bpmn:incoming><bpmn:outgoing>f4</bpmn:outgoing>')}
<bpmn:exclusiveGateway id="enough" name="?" default="f6"><bpmn:incoming>f4</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing><bpmn:outgoing>f6</bpmn:outgoing></bpmn:exclusiveGateway>
<bpmn:endEvent id="done" name="D"><bpmn:incoming>f5</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="fork"/><bpmn:sequenceFlow id="f1" sourceRef="fork" targetRef="again"/><bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="reminder"/><bpmn:sequenceFlow id="f3" sourceRef="reminder" targetRef="reminded"/><bpmn:sequenceFlow id="f4" sourceRef="again" targetRef="enough"/>
<bpmn:sequenceFlow id="f5" name="yes" sourceRef="enough" targetRef="done"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=round &gt;= 5</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="f6" sourceRef="enough" targetRef="again"/>`);

export const taskAndServiceXml = rowXml([userTask('check'), serviceTask('work')]);
export const signedXml = rowXml([userTask('sign', '<obieg:signature document="decision" field="clerk"/>')]);
export const messageXml = rowXml(
  ['<bpmn:receiveTask id="wait" name="Wait" messageRef="m"/>'],
  '<bpmn:message id="m" name="odwolanie"/>',
);

/** One event in a row that catches or throws the signal `reopened`. */
export const signalXml = (kind: 'Catch' | 'Throw', id: string): string =>
  rowXml(
    [
      `<bpmn:intermediate${kind}Event id="${id}" name="${id}"><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediate${kind}Event>`,
    ],
    '<bpmn:signal id="s" name="reopened"/>',
  );

export const caseInput = (caseId: string, graph: ProcessGraph, variables: JsonObject = {}): CaseInput => ({
  format: 1,
  spreadsSignals: true,
  caseId: caseId as CaseId,
  procedureId: 'trial',
  unit: 'sp-1' as UnitId,
  definition: 'd'.repeat(64) as DefinitionHash,
  graph,
  startedAt: new Date().toISOString(),
  variables,
});

export const taskId = (caseId: string, instance: string): TaskId => `${caseId}.${instance}` as TaskId;

/** Activities that write down what the engine asked for; `fails` calls of `project` throw first. */
export type Recorder = CaseActivities & {
  steps: ProjectedStep[];
  calls: HandlerCall[];
  signals: SpreadSignal[];
  projectFails: number;
  answer: (call: HandlerCall) => HandlerAnswer;
};
export const recorder = (): Recorder => {
  const own: Recorder = {
    steps: [],
    calls: [],
    signals: [],
    projectFails: 0,
    answer: () => ({ kind: 'completed', output: {} }),
    project(step) {
      if (own.projectFails > 0) {
        own.projectFails -= 1;
        return Promise.reject(new Error('the store is down'));
      }
      if (!own.steps.some(({ caseId, seq }) => caseId === step.caseId && seq === step.seq)) own.steps.push(step);
      return Promise.resolve();
    },
    spreadSignal(thrown) {
      own.signals.push(thrown);
      return Promise.resolve();
    },
    runHandler(call) {
      own.calls.push(call);
      return Promise.resolve().then(() => own.answer(call));
    },
  };
  return own;
};
