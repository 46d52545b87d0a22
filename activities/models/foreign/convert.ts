import type { Problem } from '../../../processes/language/failure.ts';
import { elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { convertCall } from './call-activity.ts';
import { conditionFrom, isJuel, valueFrom } from './expression.ts';
import { convertInputOutput, convertProperties, convertRetry } from './mapping.ts';
import { conversionsOf, givenIn } from './conversions.ts';
import { localName, partsOf, replace, type Node } from './node.ts';
import { put, refuse, take, type Site } from './site.ts';
import { refuseRest } from './rest.ts';
import { convertForm, convertUserTask } from './user-task.ts';
import { convertDecision, convertExpression, convertScript, convertTopic } from './work.ts';

/** Camunda 7 and what was made of it or before it; all say the same by the same names. */
const foreign =
  /^https?:\/\/(camunda\.org\/schema\/1\.0\/bpmn|operaton\.org\/schema\/1\.0\/bpmn|activiti\.org\/bpmn|flowable\.org\/bpmn)$/;

/** `problems` is what could not be converted, `conversions` what became of the rest. */
export type Converted = { problems: Problem[]; conversions: Problem[] };

type Walk = Converted & { prefixes: Set<string>; decisions: Node | undefined; scripts: Node[] };

/** Takes what another engine's attributes and elements say out of an element. */
const siteOf = (element: Node, at: string, { prefixes, decisions, problems }: Walk): Site => {
  const attributes = new Map<string, string>();
  for (const [key, value] of Object.entries(element.$attrs ?? {})) {
    const [prefix = '', name] = key.split(':');
    if (name === undefined || !prefixes.has(prefix)) continue;
    attributes.set(name, String(value));
    delete element.$attrs?.[key];
  }
  const holder = element.get?.('extensionElements') as Node | undefined;
  const values = holder ? (elements(holder, 'values') as Node[]) : [];
  const extensions = values.filter(({ $descriptor }) => foreign.test($descriptor?.ns?.uri ?? ''));
  if (extensions.length > 0)
    holder?.set?.(
      'values',
      values.filter((each) => !extensions.includes(each)),
    );
  return {
    element,
    at,
    decisions,
    attributes,
    extensions,
    problems,
    isForeign: prefixes.size > 0,
    external: attributes.get('type') === 'external',
  };
};

const convertWork = (site: Site, { scripts }: Walk): void => {
  if (isA(site.element, 'bpmn:MessageEventDefinition')) {
    // the handler that sends a message is named on the event itself
    const event = site.element.$parent;
    if (event) convertTopic({ ...site, element: event });
    return;
  }
  if (site.attributes.has('decisionRef')) convertDecision(site);
  convertTopic(site);
  if (convertExpression(site)) scripts.push(site.element);
};

const convertLoop = (site: Site): void => {
  const collection = take(site, 'collection');
  const value =
    collection === undefined || isJuel(collection) ? valueFrom(site, 'collection', collection) : `=${collection}`;
  put(site, 'zeebe:LoopCharacteristics', { inputCollection: value, inputElement: take(site, 'elementVariable') });
};

const convertConditional = (site: Site): void =>
  put(site, 'zeebe:ConditionalFilter', {
    variableNames: take(site, 'variableName'),
    variableEvents: take(site, 'variableEvents'),
  });

const conditions = ['conditionExpression', 'condition', 'completionCondition', 'loopCondition'];

/** Java's expression language stands in conditions, timers and numbers of iterations alike. */
const convertBody = (site: Site): void => {
  const { element } = site;
  const body = text(element, 'body');
  if (body === undefined) return;
  const holder = element.$parent;
  const place = conditions.find((name) => holder?.get?.(name) === element);
  const language = text(element, 'language');
  if (language !== undefined && !/feel|juel|jsp|xpath/i.test(language))
    return refuse(site, place ?? 'expression', `the language ${language} does not run here`);
  const value = place === undefined ? valueFrom(site, localName(element), body) : conditionFrom(site, place, body);
  if (value !== undefined) element.set?.('body', value);
};

const named = ['bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation'];

const convertElement = (site: Site, walk: Walk): void => {
  const { element } = site;
  if (isA(element, 'bpmn:UserTask')) convertUserTask(site);
  if (isA(element, 'bpmn:StartEvent')) convertForm(site);
  if (isA(element, 'bpmn:ScriptTask')) convertScript(site);
  if (isA(element, 'bpmn:CallActivity')) convertCall(site);
  if (isA(element, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask', 'bpmn:MessageEventDefinition'))
    convertWork(site, walk);
  if (isA(element, 'bpmn:MultiInstanceLoopCharacteristics')) convertLoop(site);
  if (isA(element, 'bpmn:ConditionalEventDefinition')) convertConditional(site);
  if (isA(element, 'bpmn:Process')) put(site, 'zeebe:VersionTag', { value: take(site, 'versionTag') });
  if (isA(element, 'bpmn:Expression')) convertBody(site);
  if (isA(element, ...named) && isJuel(element.name ?? ''))
    refuse(site, 'name', 'it has to be known when the model is deployed');
  convertInputOutput(site);
  convertProperties(site);
  convertRetry(site);
  refuseRest(site);
};

const visit = (element: Node, at: string, walk: Walk): void => {
  const isOwn = isA(element, 'bpmn:FlowElement', 'bpmn:RootElement') && !isA(element, 'bpmn:EventDefinition');
  const own = isOwn ? (element.id ?? at) : at;
  const site = siteOf(element, own, walk);
  const given = givenIn(site);
  const before = walk.problems.length;
  convertElement(site, walk);
  walk.conversions.push(...conversionsOf(site, given, walk.problems.slice(before)));
  for (const part of partsOf(element)) if (!foreign.test(part.$descriptor?.ns?.uri ?? '')) visit(part, own, walk);
};

/** The same task as a script task: moddle fixes an element's kind when it is made. */
const becomeScript = (definitions: Node, task: Node): void => {
  const script = task.$model?.create('bpmn:ScriptTask');
  if (!script) return;
  // moddle does not let references be enumerated
  for (const name of Object.getOwnPropertyNames(task)) if (!name.startsWith('$')) script.set?.(name, task.get?.(name));
  Object.assign(script.$attrs ?? {}, task.$attrs);
  if (task.$parent) script.$parent = task.$parent;
  for (const part of partsOf(script)) part.$parent = script;
  replace(definitions, task, script);
};

/**
 * Converts, in a parsed model, what files of Camunda 7, Operaton, Flowable and Activiti say in attributes and expressions of
 * their own into what the compiler reads, where that is exact. All that is not converted is a problem `model.foreignRefused`
 * with the element, the attribute and the reason. Nothing foreign is left in the tree; the file itself is not touched.
 */
export const convertForeign = (definitions: Element, decisions?: Element): Converted => {
  const root: Node = definitions;
  const prefixes = Object.entries(root.$attrs ?? {}).flatMap(([key, uri]) =>
    key.startsWith('xmlns:') && foreign.test(String(uri)) ? [key.slice('xmlns:'.length)] : [],
  );
  const walk: Walk = { prefixes: new Set(prefixes), decisions, problems: [], conversions: [], scripts: [] };
  visit(root, root.id ?? '', walk);
  for (const task of walk.scripts) becomeScript(root, task);
  return { problems: walk.problems, conversions: walk.conversions };
};
