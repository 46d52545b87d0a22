import type { Expression } from '../feel.ts';
import { childOf, extensionOf, isType, listOf, refOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { bodyOf, expressionFrom } from './sources.ts';

/** The message that an event definition or a task refers to, directly or by its operation. */
const referred = (element: ModdleElement): ModdleElement | undefined =>
  childOf(element, 'messageRef') ?? refOf(childOf(element, 'operationRef'), 'inMessageRef');

/** Processes subscribe to what their messages are about: by our key on the message, or by the standard's correlation. */
const subscriptionKey = (element: ModdleElement, message: ModdleElement | undefined): string | undefined => {
  const own = message && textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
  if (own !== undefined) return own;
  const bindings = listOf(processOf(element), 'correlationSubscriptions').flatMap((subscription) =>
    listOf(subscription, 'correlationPropertyBinding'),
  );
  const paths = bindings
    .filter((binding) => message && retrievalOf(childOf(binding, 'correlationPropertyRef'), message) !== undefined)
    .flatMap((binding) => bodyOf(binding, 'dataPath') ?? []);
  return paths.length === 0 ? undefined : `[${paths.join(', ')}]`;
};

const processOf = (element: ModdleElement): ModdleElement | undefined => {
  const parent = element.$parent;
  return parent && !isType(parent, 'Process') ? processOf(parent) : parent;
};

/** Where a message carries a correlation property. */
const retrievalOf = (property: ModdleElement | undefined, message: ModdleElement): string | undefined =>
  listOf(property, 'correlationPropertyRetrievalExpression').flatMap((retrieval) =>
    childOf(retrieval, 'messageRef')?.id === message.id ? (bodyOf(retrieval, 'messagePath') ?? []) : [],
  )[0];

export type MessageSetting = { message: string; key?: Expression };

/** Name of the message an event definition or task refers to, and what it is about. */
export const messageOf = (element: ModdleElement, at: string, report: Report): MessageSetting | undefined => {
  const message = referred(element);
  const name = textOf(message, 'name') ?? message?.id;
  if (name === undefined) {
    report(at, 'model.messageMissing');
    return undefined;
  }
  const key = subscriptionKey(element, message);
  return { message: name, ...(key === undefined ? {} : { key: expressionFrom(key, at, report) }) };
};

/** How the messages themselves say what they are about, by name: the standard's correlation properties as one list. */
export const correlationsOf = (definitions: ModdleElement, report: Report): Record<string, Expression> => {
  const roots = listOf(definitions, 'rootElements');
  const properties = roots.filter((element) => isType(element, 'CorrelationProperty'));
  const rules = roots
    .filter((element) => isType(element, 'Message'))
    .flatMap((message): [string, Expression][] => {
      const paths = properties.flatMap((property) => retrievalOf(property, message) ?? []);
      const name = textOf(message, 'name') ?? message.id;
      if (paths.length === 0 || name === undefined) return [];
      return [[name, expressionFrom(`[${paths.join(', ')}]`, message.id ?? name, report)]];
    });
  return Object.fromEntries(rules);
};
