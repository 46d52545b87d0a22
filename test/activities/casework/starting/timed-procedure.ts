import type { ProcedureBundle } from '../../../../activities/casework/office.ts';
import type { Procedure } from '../../../../processes/language/procedure.ts';
import { demo } from '../../../../processes/demo/procedure.ts';
import { modelXml } from '../../models/model-xml.ts';

type TimerKind = 'timeCycle' | 'timeDate' | 'timeDuration';
export const timerXml = (kind: TimerKind, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;

/** One task of the department behind one start event with these triggers. */
export const startXml = (triggers: string, { start = 'yearly', attributes = '', task = 'Przejrzyj' } = {}): string =>
  modelXml(`<bpmn:startEvent id="${start}" name="Co roku" ${attributes}><bpmn:outgoing>f0</bpmn:outgoing>${triggers}</bpmn:startEvent>
<bpmn:userTask id="review" name="${task}"><bpmn:extensionElements><zeebe:formDefinition formId="review"/><zeebe:assignmentDefinition candidateGroups="clerk@department"/></bpmn:extensionElements><bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing></bpmn:userTask>
<bpmn:endEvent id="done" name="Gotowe"><bpmn:incoming>f1</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="f0" sourceRef="${start}" targetRef="review"/><bpmn:sequenceFlow id="f1" sourceRef="review" targetRef="done"/>`);

/** A procedure that nobody files and that begins by itself; it has no form but that of its task. */
export const timedProcedure = (xml: string, more: Partial<Procedure> = {}): ProcedureBundle => {
  const { unitVariable: _, subject: __, sample: ___, ...manifest } = demo;
  return {
    manifest: {
      ...manifest,
      id: 'yearly-review',
      start: [],
      forms: ['review'],
      documents: [],
      stages: [],
      ...more,
    },
    xml,
    forms: { review: { type: 'default', id: 'review', schemaVersion: 18, components: [] } },
    templates: {},
  };
};
