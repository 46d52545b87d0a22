import type { NodeOf } from '../graph.ts';
import { evaluateDecision } from '../dmn/evaluate.ts';
import { lookupIn } from '../variables.ts';
import { complete, failed, type Element } from './element.ts';

/** Evaluates a decision of the graph, with all it requires, over the variables it sees. */
export const businessRuleTask: Element<NodeOf<'businessRuleTask'>> = {
  enter: (run, node, id) => {
    const value = evaluateDecision(run.graph.decisions, node.decision, lookupIn(run, id), run.now);
    return value.ok ? complete({ [node.result]: value.value }) : failed(value);
  },
};
