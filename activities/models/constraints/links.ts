import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Broken, Constraint } from './constraint.ts';
import { isLink } from './event-kinds.ts';
import type { ModelView } from './model-view.ts';

const thrower = 'bpmn:IntermediateThrowEvent';
const catcher = 'bpmn:IntermediateCatchEvent';

const linksOf = (event: Element): Element[] =>
  elements(event, 'eventDefinitions').filter((definition) => isA(definition, 'bpmn:LinkEventDefinition'));

const byName = (model: ModelView, type: string): Map<string | undefined, Element[]> => {
  const found = new Map<string | undefined, Element[]>();
  for (const link of model.of(type).flatMap(linksOf)) {
    const name = text(link, 'name');
    if (name === undefined) continue;
    const others = found.get(name);
    if (others) others.push(link);
    else found.set(name, [link]);
  }
  return found;
};

/** A rule about each link and its other ends: those that it names, or else those of the same name. */
const link =
  (breaks: (link: Element, partners: Element[]) => boolean): Constraint =>
  (model) => {
    const caught = byName(model, catcher);
    const thrown = byName(model, thrower);
    return each([thrower, catcher], (event) =>
      linksOf(event).some((link) => {
        const isThrown = isA(event, thrower);
        const given = isThrown ? [child(link, 'target') ?? []].flat() : elements(link, 'source');
        const namesakes = (isThrown ? caught : thrown).get(text(link, 'name')) ?? [];
        return breaks(link, given.length > 0 ? given : namesakes);
      }),
    )(model);
  };

const scopeOf = (link: Element): Element | undefined => link.$parent?.$parent;

/** Link events, which are one long flow within one level (10.5.5). */
export const links = {
  'link-flows': each(
    [thrower, catcher],
    (event, model) =>
      (isLink(event, thrower) && model.outgoing(event).length > 0) ||
      (isLink(event, catcher) && model.incoming(event).length > 0),
  ),
  'link-pair': link((_, partners) => partners.length === 0),
  'link-scope': link(
    (link, partners) => partners.length > 0 && !partners.some((partner) => scopeOf(partner) === scopeOf(link)),
  ),
  'link-mismatch': link((link) => {
    const target = child(link, 'target');
    const sources = target ? elements(target, 'source') : [];
    const unmet = elements(link, 'source').some(
      (source) => child(source, 'target') !== undefined && child(source, 'target') !== link,
    );
    return (sources.length > 0 && !sources.includes(link)) || unmet;
  }),
  'link-name': (model) =>
    [...byName(model, catcher)].flatMap(([named, found]) => {
      const scopes = new Set<Element | undefined>();
      return found.flatMap((link): Broken[] => {
        const isSecond = scopes.has(scopeOf(link));
        scopes.add(scopeOf(link));
        return isSecond && named !== undefined ? [{ element: link, named }] : [];
      });
    }),
} satisfies Record<string, Constraint>;
