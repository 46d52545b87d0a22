import type { JsonObject } from '../../../../processes/language/ids.ts';
import { draw, extended, node } from '../drawing.ts';
import { Play } from '../playing.ts';

export type Row = { tests: string[]; gives: string[] };
export const text = (content: string): string =>
  `<text>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
const row = ({ tests, gives }: Row): string =>
  `<rule>${tests.map((cell) => `<inputEntry>${text(cell)}</inputEntry>`).join('')}${gives.map((cell) => `<outputEntry>${text(cell)}</outputEntry>`).join('')}</rule>`;
export const tableLogic = (policy: string, inputs: string[], outputs: string[], rows: Row[]): string =>
  `<decisionTable ${policy}>${inputs.map(input).join('')}${outputs.join('')}${rows.map(row).join('')}</decisionTable>`;
/** An input as FEEL, or as the XML of its clause. */
const input = (content: string): string =>
  content.startsWith('<') ? content : `<input><inputExpression>${text(content)}</inputExpression></input>`;
export const table = (...of: Parameters<typeof tableLogic>): string =>
  `<decision id="d" name="d">${tableLogic(...of)}</decision>`;
export const out = (name: string, inside = ''): string => `<output name="${name}">${inside}</output>`;

export const elements = [
  node('startEvent', 'start'),
  node('businessRuleTask', 'x', extended('<zeebe:calledDecision decisionId="d" resultVariable="r"/>')),
];
export const flow = 'start -> x';
/** The result, or the detail of the incident. */
export const decide = async (decisions: string, variables: JsonObject) => {
  const play = new Play(await draw(elements, flow, decisions), variables);
  return play.state.incidents['3'] ? play.state.incidents['3'].detail : play.variables['r'];
};
