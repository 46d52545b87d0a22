/** A BPMN file around the body of one process, with a picture for each element so that only the body can be wrong. */
export const modelXml = (body: string, rest = ''): string => {
  const drawn = [...body.matchAll(/<bpmn:(\w+)[^>]*?\sid="([^"]+)"/g)].map(([, kind = '', id = ''], at) =>
    kind === 'sequenceFlow'
      ? `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="0" y="0"/><di:waypoint x="9" y="9"/></bpmndi:BPMNEdge>`
      : `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${at * 200}" y="0" width="100" height="80"/></bpmndi:BPMNShape>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:obieg="http://obieg.eu/schema/1.0" id="definitions" targetNamespace="http://obieg.eu/processes">
${rest}
<bpmn:process id="sample" name="Sample" isExecutable="true">
${body}
</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="sample">
${drawn.join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
};

/** Start, the given elements in a row, end; each element is written with `id` and stands between flows. */
export const rowXml = (elements: string[], rest = ''): string => {
  const ids = ['start', ...elements.map((element) => /\sid="([^"]+)"/.exec(element)?.[1] ?? ''), 'end'];
  const flows = ids
    .slice(1)
    .map((id, at) => `<bpmn:sequenceFlow id="flow${at}" sourceRef="${ids[at]}" targetRef="${id}"/>`);
  const linked = elements.map((element, at) => {
    const links = `<bpmn:incoming>flow${at}</bpmn:incoming><bpmn:outgoing>flow${at + 1}</bpmn:outgoing>`;
    const hasExtension = /^(\s*<bpmn:\w+[^>]*>\s*<bpmn:extensionElements>[\s\S]*?<\/bpmn:extensionElements>)/;
    return hasExtension.test(element)
      ? element.replace(hasExtension, `$1${links}`)
      : element.replace(/^(\s*<bpmn:\w+[^>]*?)(\/?)>/, (_, open: string, empty: string) =>
          empty ? `${open}>${links}</${/<(bpmn:\w+)/.exec(open)?.[1]}>` : `${open}>${links}`,
        );
  });
  return modelXml(
    `<bpmn:startEvent id="start" name="Start"><bpmn:outgoing>flow0</bpmn:outgoing></bpmn:startEvent>
${linked.join('\n')}
<bpmn:endEvent id="end" name="End"><bpmn:incoming>flow${elements.length}</bpmn:incoming></bpmn:endEvent>
${flows.join('\n')}`,
    rest,
  );
};

export const extended = (kind: string, id: string, extensions: string, inside = ''): string =>
  `<bpmn:${kind} id="${id}" name="Krok ${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inside}</bpmn:${kind}>`;
