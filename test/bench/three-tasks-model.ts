import type { ProcedureBundle } from '../../activities/casework/office.ts';
import type { Text } from '../../processes/language/text.ts';

const said = (text: string): Text => ({ pl: text, en: text, uk: text });
const tasks = ['first', 'second', 'third'];
const nodes = ['filed', ...tasks, 'done'];

const ends = (id: string): string => {
  const next = nodes[nodes.indexOf(id) + 1];
  const incoming = id === nodes[0] ? '' : `<bpmn:incoming>to-${id}</bpmn:incoming>`;
  return incoming + (next === undefined ? '' : `<bpmn:outgoing>to-${next}</bpmn:outgoing>`);
};

const task = (id: string): string => `
    <bpmn:userTask id="${id}" name="${id}">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="nothing" />
        <zeebe:assignmentDefinition candidateGroups="secretary@unit" />
      </bpmn:extensionElements>
      ${ends(id)}
    </bpmn:userTask>`;

const flows = nodes
  .slice(1)
  .map((to, index) => `<bpmn:sequenceFlow id="to-${to}" sourceRef="${nodes[index]}" targetRef="${to}" />`);

const shapes = nodes.map(
  (id, index) =>
    `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${100 + index * 160}" y="100" width="100" height="80" /></bpmndi:BPMNShape>`,
);
const edges = nodes
  .slice(1)
  .map(
    (to, index) =>
      `<bpmndi:BPMNEdge id="to-${to}-edge" bpmnElement="to-${to}"><di:waypoint x="${200 + index * 160}" y="140" /><di:waypoint x="${260 + index * 160}" y="140" /></bpmndi:BPMNEdge>`,
  );

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://obieg.eu/procedures">
  <bpmn:process id="three-tasks" name="three tasks" isExecutable="true">
    <bpmn:startEvent id="filed" name="filed">${ends('filed')}</bpmn:startEvent>${tasks.map(task).join('')}
    <bpmn:endEvent id="done" name="done">${ends('done')}</bpmn:endEvent>
    ${flows.join('\n    ')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="three-tasks">
    ${[...shapes, ...edges].join('\n    ')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

/** Three human tasks in sequence and nothing else: no form to fill, no decision, no document. */
export const threeTasks: ProcedureBundle = {
  manifest: {
    id: 'three-tasks',
    title: said('Three tasks'),
    summary: said('Three tasks in sequence, to measure with.'),
    legalBasis: 'none',
    jrwa: '0000',
    retention: 'B2',
    start: [{ by: ['applicant'], form: 'request', public: true }],
    forms: ['request', 'nothing'],
    documents: [],
    stages: [],
    parameters: [],
    term: { duration: 'P7D', basis: 'none' },
    unitVariable: 'school',
  },
  xml,
  forms: {
    nothing: { type: 'default', id: 'nothing', schemaVersion: 18, components: [] },
    request: {
      type: 'default',
      id: 'request',
      schemaVersion: 18,
      components: [
        {
          type: 'select',
          id: 'school',
          key: 'school',
          label: 'School',
          validate: { required: true },
          properties: { source: 'schools' },
        },
      ],
    },
  },
  templates: {},
};
