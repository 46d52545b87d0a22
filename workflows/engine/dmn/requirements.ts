import { childOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';

const idIn = (reference: ModdleElement | undefined): string[] => {
  const href = textOf(reference, 'href');
  return href === undefined ? [] : [href.slice(href.indexOf('#') + 1)];
};

/** Ids of the elements that requirements of one kind point at, e.g. `informationRequirement`, `requiredDecision`. */
export const requiredIds = (element: ModdleElement, requirement: string, role: string): string[] =>
  listOf(element, requirement).flatMap((each) => idIn(childOf(each, role)));

/** Ids of the elements that a decision service lists, e.g. as its `outputDecision`s. */
export const listedIds = (service: ModdleElement, role: string): string[] => listOf(service, role).flatMap(idIn);
