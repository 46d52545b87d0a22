import { FeelFunction, evaluate } from 'feelin';

/** A function of feelin's; what it cannot do it puts among the warnings, which the caller empties. */
export type OfFeelin = { call: (...values: unknown[]) => unknown; warnings: unknown[] };

const known = new Map<string, OfFeelin>();

/** What a constant text of FEEL (the name of a function, or the definition of one) gives, parsed at its first use. */
export const ofFeelin = (text: string): OfFeelin => {
  const before = known.get(text);
  if (before) return before;
  const { value, warnings } = evaluate(text);
  const call = value instanceof FeelFunction ? value.fn : value;
  if (typeof call !== 'function') throw new Error(`Expected a function of FEEL but got ${text}`);
  const made: OfFeelin = { call: call as OfFeelin['call'], warnings };
  known.set(text, made);
  return made;
};
