import { camelCaseId } from './camel-case-id.ts';
import { candidateRole } from './candidate-role.ts';
import { defaultFlow } from './default-flow.ts';
import { feelParses } from './feel-parses.ts';
import { knownDecision } from './known-decision.ts';
import { knownDocument } from './known-document.ts';
import { knownForm } from './known-form.ts';
import { knownStage } from './known-stage.ts';
import { messageNamed } from './message-named.ts';
import { reachable } from './reachable.ts';
import { registeredHandler } from './registered-handler.ts';
import { timerParses } from './timer-parses.ts';
import type { Rule } from './rule.ts';

/** Our own rules by name. What the engine cannot run is found by its compiler, so that the linter cannot promise more. */
export const rules: Record<string, Rule> = {
  'camel-case-id': camelCaseId,
  'candidate-role': candidateRole,
  'default-flow': defaultFlow,
  'feel-parses': feelParses,
  'known-decision': knownDecision,
  'known-document': knownDocument,
  'known-form': knownForm,
  'known-stage': knownStage,
  'message-named': messageNamed,
  reachable,
  'registered-handler': registeredHandler,
  'timer-parses': timerParses,
};
