import type { ModelConstraint } from '../../../processes/language/model-constraint.ts';
import type { Problem } from '../../../processes/language/failure.ts';
import type { Element } from '../element.ts';
import { activities } from './activities.ts';
import { boundaryEvents } from './boundary-events.ts';
import { collaborations } from './collaborations.ts';
import type { Broken, Constraint } from './constraint.ts';
import { data } from './data.ts';
import { eventDefinitions } from './event-definitions.ts';
import { events } from './events.ts';
import { expressions } from './expressions.ts';
import { gateways } from './gateways.ts';
import { identity } from './identity.ts';
import { interfaces } from './interfaces.ts';
import { links } from './links.ts';
import { viewOf } from './model-view.ts';
import { sequenceFlows } from './sequence-flows.ts';
import { startEvents } from './start-events.ts';

/** Every constraint by the name of its code; it does not compile while one that has a sentence is missing. */
export const constraints: Record<ModelConstraint, Constraint> = {
  ...identity,
  ...sequenceFlows,
  ...gateways,
  ...startEvents,
  ...events,
  ...boundaryEvents,
  ...links,
  ...eventDefinitions,
  ...activities,
  ...expressions,
  ...interfaces,
  ...data,
  ...collaborations,
};

/** The id of an element, or of the nearest one around it that has one. */
const placeOf = (element: Element): string => {
  for (let each: Element | undefined = element; each; each = each.$parent)
    if (typeof each.id === 'string' && each.id !== '') return each.id;
  return '';
};

const problemOf = (name: string, { element, named }: Broken): Problem => ({
  at: placeOf(element),
  code: `model.${name}`,
  ...(named === undefined ? {} : { values: { named } }),
});

/**
 * Everything in which a model breaks the constraints of BPMN 2.0.2 that its schema cannot express, each with the element's
 * id and the code `model.<constraint>`. Some hold only for processes that are to be executed.
 */
export const checkConstraints = (definitions: Element): Problem[] => {
  const view = viewOf(definitions);
  return Object.entries(constraints).flatMap(([name, constraint]) =>
    constraint(view).map((broken) => problemOf(name, broken)),
  );
};
