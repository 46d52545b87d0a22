import { elements, text } from '../element.ts';
import { fixedFrom, isJuel, scriptFrom, valueFrom } from './expression.ts';
import { keepResult } from './mapping.ts';
import type { Node } from './node.ts';
import { put, refuse, take, type Site } from './site.ts';

/** A topic is done by the handler of that name. */
export const convertTopic = (site: Site): void => {
  const kind = take(site, 'type');
  const topic = fixedFrom(site, 'topic', take(site, 'topic'));
  if (site.external) put(site, 'zeebe:TaskDefinition', { type: topic });
  else if (kind !== undefined) refuse(site, 'type', `the kind ${kind} does not run here`);
};

/** An expression that a task evaluates. True where it has become a script, for which the task has to be a script task. */
export const convertExpression = (site: Site): boolean => {
  const expression = take(site, 'expression');
  const result = take(site, 'resultVariable');
  if (expression === undefined) return false;
  if (result === undefined) refuse(site, 'expression', 'nothing takes its result');
  if (!isJuel(expression)) refuse(site, 'expression', 'it is no expression');
  const value = isJuel(expression) ? valueFrom(site, 'expression', expression) : undefined;
  if (value === undefined || result === undefined) return false;
  keepResult(site, result);
  put(site, 'zeebe:Script', { expression: value, resultVariable: result });
  return true;
};

/** A script of the standard: `scriptFormat` and its text. Without a result variable, FEEL's is the compiler's to place. */
export const convertScript = (site: Site): void => {
  const { element } = site;
  const script = text(element, 'script');
  const result = take(site, 'resultVariable');
  if (site.attributes.has('resource')) refuse(site, 'resource', 'a script in another file');
  take(site, 'resource');
  const feel = script && scriptFrom(site, 'script', { format: text(element, 'scriptFormat'), text: script });
  if (script === undefined || feel === undefined) return;
  const isFeel = feel === script.replace(/^=\s*/, '');
  if (result === undefined) return isFeel ? undefined : refuse(site, 'script', 'nothing takes its result');
  keepResult(site, result);
  put(site, 'zeebe:Script', { expression: `=${feel}`, resultVariable: result });
};

type Shape = { outputs: number; many: boolean };

/** How many outputs a decision has, and whether it gives a list of hits; undefined: no such decision. */
const shapeOf = (decisions: Node | undefined, id: string): Shape | undefined => {
  const decision = decisions && elements(decisions, 'drgElement').find((each) => each.id === id);
  const logic = decision?.get?.('decisionLogic') as Node | undefined;
  if (!logic) return undefined;
  const policy = text(logic, 'hitPolicy') ?? 'UNIQUE';
  const many = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(policy) && text(logic, 'aggregation') === undefined;
  return { outputs: Math.max(1, elements(logic, 'output').length), many };
};

/** Which result the other engine takes is what this one gives anyway, by the shape of the table. */
const fits: Record<string, (shape: Shape) => boolean> = {
  singleEntry: ({ outputs, many }) => outputs === 1 && !many,
  singleResult: ({ outputs, many }) => outputs > 1 && !many,
  collectEntries: ({ outputs, many }) => outputs === 1 && many,
  resultList: ({ outputs, many }) => outputs > 1 && many,
};

/** camunda:decisionRef: a decision that comes with the model. */
export const convertDecision = (site: Site): void => {
  const decisionId = fixedFrom(site, 'decisionRef', take(site, 'decisionRef'));
  const binding = take(site, 'decisionRefBinding') ?? 'latest';
  const mapped = take(site, 'mapDecisionResult') ?? 'resultList';
  const result = take(site, 'resultVariable');
  if (binding !== 'latest' && binding !== 'deployment')
    refuse(site, 'decisionRefBinding', 'the decision is the one deployed with the model');
  take(site, 'decisionRefVersion');
  if (decisionId === undefined) return;
  const shape = shapeOf(site.decisions, decisionId);
  // a decision that is missing is the compiler's to report
  if (shape && !fits[mapped]?.(shape))
    refuse(site, 'mapDecisionResult', `${mapped} is not what this decision gives here`);
  if (result === undefined && !takesDecisionResult(site)) refuse(site, 'decisionRef', 'nothing takes its result');
  keepResult(site, result);
  put(site, 'zeebe:CalledDecision', { decisionId, resultVariable: result ?? 'decisionResult' });
};

/** Without a result variable, the output mapping sees the result as `decisionResult`, and nothing else does. */
const takesDecisionResult = ({ extensions }: Site): boolean => JSON.stringify(extensions).includes('decisionResult');
