import { quoted } from '../../../workflows/engine/compile/juel/write.ts';
import { isA } from '../element.ts';
import { feelFrom, scriptFrom } from './expression.ts';
import { attributeOf, bodyOf, localName, type Node } from './node.ts';
import { append, put, refuse, takeAll, type Site } from './site.ts';

const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);

/** All of them, or none where one was refused. */
const whole = (parts: (string | undefined)[]): string[] | undefined =>
  parts.every((part) => part !== undefined) ? parts : undefined;

/** FEEL for what a parameter, an item of a list or an entry of a map holds. */
const definitionFrom = (site: Site, at: string, holder: Node): string | undefined => {
  const [definition] = holder.$children ?? [];
  return definition ? valueOf(site, at, definition) : feelFrom(site, at, bodyOf(holder));
};

const valueOf = (site: Site, at: string, node: Node): string | undefined => {
  switch (localName(node)) {
    case 'value':
      return feelFrom(site, at, bodyOf(node));
    case 'script':
      if (attributeOf(node, 'resource') !== undefined) return refuse(site, at, 'a script in another file');
      return scriptFrom(site, at, { format: attributeOf(node, 'scriptFormat'), text: bodyOf(node) });
    case 'list': {
      const items = whole((node.$children ?? []).map((each) => valueOf(site, at, each)));
      return items && `[${items.join(', ')}]`;
    }
    case 'map': {
      const entries = whole((node.$children ?? []).map((each) => entryOf(site, at, each)));
      return entries && `{ ${entries.join(', ')} }`;
    }
    default:
      return refuse(site, at, `${localName(node)} is no value`);
  }
};

const entryOf = (site: Site, at: string, entry: Node): string | undefined => {
  const value = definitionFrom(site, at, entry);
  return value === undefined ? undefined : `${quoted(attributeOf(entry, 'key') ?? '')}: ${value}`;
};

/** Elements that are completed with data of somebody else's making. */
const isGivenData = ({ element, external }: Site): boolean =>
  external || isA(element, 'bpmn:UserTask', 'bpmn:ReceiveTask', 'bpmn:CallActivity', 'bpmn:CatchEvent');

/** camunda:inputOutput. An output mapping here keeps back all else that the element was given, so it cannot stand beside that. */
export const convertInputOutput = (site: Site): void => {
  for (const parameter of takeAll(site, 'inputOutput').flatMap(({ $children = [] }) => $children)) {
    const isInput = localName(parameter) === 'inputParameter';
    const name = attributeOf(parameter, 'name') ?? '';
    const at = `${localName(parameter)} ${name}`;
    if (!isName(name)) refuse(site, at, 'it has no name that a variable can have');
    else if (!isInput && isGivenData(site))
      refuse(site, at, 'an output mapping would keep back all else that the element is given');
    else if (isInput && isA(site.element, 'bpmn:CallActivity'))
      refuse(site, at, 'it would be passed to the process called');
    else addMapping(site, isInput, name, definitionFrom(site, at, parameter));
  }
};

export const addMapping = (site: Site, isInput: boolean, target: string, feel: string | undefined): void => {
  if (feel === undefined) return;
  const [list, entry] = isInput ? ['inputParameters', 'zeebe:Input'] : ['outputParameters', 'zeebe:Output'];
  append(site, { type: 'zeebe:IoMapping', list, entry }, { source: `=${feel}`, target });
};

/** The result is kept beside what the output mapping makes of it. */
export const keepResult = (site: Site, result: string | undefined): void => {
  const mapped = site.extensions.some(
    (each) =>
      localName(each) === 'inputOutput' && each.$children?.some((part) => localName(part) === 'outputParameter'),
  );
  if (result !== undefined && mapped) addMapping(site, false, result, result);
};

export const convertProperties = (site: Site): void => {
  for (const property of takeAll(site, 'properties').flatMap(({ $children = [] }) => $children))
    append(
      site,
      { type: 'zeebe:Properties', list: 'properties', entry: 'zeebe:Property' },
      { name: attributeOf(property, 'name') ?? '', value: attributeOf(property, 'value') ?? '' },
    );
};

/** `R3/PT10M`: attempts and the pause between them. Elements that do no work have nothing to try again. */
export const convertRetry = (site: Site): void => {
  const cycles = takeAll(site, 'failedJobRetryTimeCycle').map(bodyOf);
  const [cycle] = cycles;
  if (cycle === undefined || !site.external) return;
  const [, attempts, backoff] = /^R([1-9]\d*)\/(P.+)$/.exec(cycle) ?? [];
  if (attempts === undefined || backoff === undefined)
    return refuse(site, 'failedJobRetryTimeCycle', `${cycle} is no number of attempts with a pause`);
  put(site, 'zeebe:TaskDefinition', { retries: attempts });
  append(
    site,
    { type: 'zeebe:TaskHeaders', list: 'values', entry: 'zeebe:Header' },
    { key: 'retryBackoff', value: backoff },
  );
};
