import type { NodeOf } from '../graph.ts';
import { evaluateDecision } from '../dmn/evaluate.ts';
import { lookupIn } from '../variables.ts';
import { complete, failed, type Element } from './element.ts';

/** Evaluates a decision of the graph, with all it requires, over the variables it sees. Without one it does nothing of its own. */
export const businessRuleTask: Element<NodeOf<'businessRuleTask'>> = {
  enter: (run, node, id) => {
    if (node.decision === undefined) return complete();
    const value = evaluateDecision(run.graph.decisions, node.decision, lookupIn(run, id), run.now);
    return value.ok ? complete({ [node.result ?? node.decision]: value.value }) : failed(value);
  },
};
