import type { NodeOf } from '../graph.ts';
import { evaluateIn, isContext } from '../variables.ts';
import { complete, failed, type Element } from './element.ts';

/** Evaluates FEEL. Without a result variable, the entries of a resulting context become variables. */
export const scriptTask: Element<NodeOf<'scriptTask'>> = {
  enter: (run, node, id) => {
    if (!node.script) return complete();
    const value = evaluateIn(run, id, node.script);
    if (!value.ok) return failed(value);
    if (node.result !== undefined) return complete({ [node.result]: value.value }, value.value);
    return complete(isContext(value.value) ? value.value : {}, value.value);
  },
};
