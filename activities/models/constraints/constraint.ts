import type { Element } from '../element.ts';
import type { ModelView } from './model-view.ts';

/** An element that breaks a constraint, and the name that its sentence needs. */
export type Broken = { element: Element; named?: string };

/** One rule of the specification over a whole model. */
export type Constraint = (model: ModelView) => Broken[];

/** A rule about every element of a type: it says whether the element breaks it, or names with what. */
export const each =
  (types: string[], breaks: (element: Element, model: ModelView) => boolean | string | undefined): Constraint =>
  (model) =>
    model.of(...types).flatMap((element) => {
      const found = breaks(element, model);
      if (found === undefined || found === false) return [];
      return [found === true ? { element } : { element, named: found }];
    });

/** The same for what an engine is to run; the standard lets a drawing say less. */
export const eachExecutable = (
  types: string[],
  breaks: (element: Element, model: ModelView) => boolean | string | undefined,
): Constraint => each(types, (element, model) => model.isExecutable(element) && breaks(element, model));
