import type { Instant, Json } from '../../../processes/language/ids.ts';
import { fail, type Result } from '../../../processes/language/failure.ts';
import { evaluate, type Lookup } from '../feel.ts';
import type { Decision } from './decision.ts';
import { evaluateTable } from './table.ts';

/**
 * The result of a decision and of those it requires, each evaluated once. A required decision is known under its
 * variable's name, which hides a variable of the case. Fails as its expressions do, or when the hit policy is broken.
 */
export const evaluateDecision = (
  decisions: Record<string, Decision>,
  id: string,
  lookup: Lookup,
  now: Instant,
): Result<Json> => {
  const results = new Map<string, Json>();
  const resultOf = (decisionId: string): Result<Json> => {
    const decision = decisions[decisionId];
    if (!decision) return fail('unknownReference', { detail: `There is no decision ${decisionId}` });
    for (const required of decision.requires) {
      const result = resultOf(required);
      if (!result.ok) return result;
      const variable = decisions[required]?.variable;
      if (variable !== undefined) results.set(variable, result.value);
    }
    return evaluateLogic(decision, (name) => (results.has(name) ? results.get(name) : lookup(name)), now);
  };
  return resultOf(id);
};

const evaluateLogic = ({ id, logic }: Decision, lookup: Lookup, now: Instant): Result<Json> => {
  const result = logic.kind === 'literal' ? evaluate(logic.expression, lookup, now) : evaluateTable(logic, lookup, now);
  if (result.ok) return result;
  return fail(result.failure, { detail: `Decision ${id}: ${result.detail ?? result.failure}` });
};
