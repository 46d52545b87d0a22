import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import type { StepView } from '../../processes/language/case.ts';

type State = StepView['state'];
type Canvas = {
  addMarker(id: string, marker: string): void;
  zoom(level?: number | 'fit-viewport', centre?: 'auto'): number;
  scrollToElement(id: string): void;
};
type Registry = { get(id: string): object | undefined };
type Overlays = { add(id: string, overlay: { position: { top: number; left: number }; html: HTMLElement }): void };

/** Draws the model into the figure and marks on it what has happened. */
export async function showDiagram(figure: HTMLElement, xml: string): Promise<void> {
  const container = document.createElement('div');
  container.className = 'obieg-diagram__canvas';
  figure.append(container);
  const viewer = new NavigatedViewer({ container, zoomScroll: { enabled: false } });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas') as Canvas;
  const registry = viewer.get('elementRegistry') as Registry;
  mark(figure, canvas, registry);
  const drawn = faultsOf(figure).filter((element) => registry.get(element));
  warn(drawn, canvas, viewer.get('overlays') as Overlays);
  focus(figure, canvas);
  figure.append(buttons(figure, canvas));
}

/** A wide model would be too small to read: then it opens where the case is now, or at its beginning. */
function focus(figure: HTMLElement, canvas: Canvas): void {
  const readable = 0.7;
  if (canvas.zoom('fit-viewport', 'auto') >= readable) return;
  const states = Object.entries(statesOf(figure));
  const place = ['incident', 'active', 'done'].map((wanted) => states.findLast(([, state]) => state === wanted)?.[0]);
  const element = place.find((one) => one !== undefined) ?? faultsOf(figure)[0] ?? figure.dataset['first'];
  canvas.zoom(readable);
  if (element !== undefined) canvas.scrollToElement(element);
}

const statesOf = (figure: HTMLElement): Record<string, State> =>
  JSON.parse(figure.dataset['states'] ?? '{}') as Record<string, State>;

/** Steps get the mark of their state, the flows that were taken the mark of the path. */
function mark(figure: HTMLElement, canvas: Canvas, registry: Registry): void {
  const flows = JSON.parse(figure.dataset['flows'] ?? '[]') as string[];
  for (const [element, state] of Object.entries(statesOf(figure)))
    if (state !== 'future' && registry.get(element)) canvas.addMarker(element, `obieg-token--${state}`);
  for (const flow of flows) if (registry.get(flow)) canvas.addMarker(flow, 'obieg-token--path');
}

const faultsOf = (figure: HTMLElement): string[] => JSON.parse(figure.dataset['faults'] ?? '[]') as string[];

/** An exclamation mark stands at what needs correcting, for those who cannot tell the colours. */
function warn(elements: string[], canvas: Canvas, overlays: Overlays): void {
  for (const element of elements) {
    canvas.addMarker(element, 'obieg-token--faulty');
    const html = document.createElement('span');
    html.className = 'obieg-fault';
    html.textContent = '!';
    overlays.add(element, { position: { top: -12, left: -12 }, html });
  }
}

function buttons(figure: HTMLElement, canvas: Canvas): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'obieg-diagram__buttons';
  const add = (sign: string, label: string | undefined, act: () => void): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.setAttribute('aria-label', label ?? sign);
    button.addEventListener('click', act);
    bar.append(button);
  };
  add('+', figure.dataset['zoomIn'], () => canvas.zoom(canvas.zoom() * 1.25));
  add('−', figure.dataset['zoomOut'], () => canvas.zoom(canvas.zoom() / 1.25));
  add('⤢', figure.dataset['fit'], () => canvas.zoom('fit-viewport', 'auto'));
  return bar;
}
