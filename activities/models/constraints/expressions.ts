import { child, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { each, eachExecutable } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { hasForeign } from './model-view.ts';

const booleans: Record<string, string> = {
  'bpmn:SequenceFlow': 'conditionExpression',
  'bpmn:StandardLoopCharacteristics': 'loopCondition',
  'bpmn:MultiInstanceLoopCharacteristics': 'completionCondition',
  'bpmn:AdHocSubProcess': 'completionCondition',
  'bpmn:ComplexBehaviorDefinition': 'condition',
  'bpmn:ConditionalEventDefinition': 'condition',
  'bpmn:ComplexGateway': 'activationCondition',
};

const notBoolean = /^=?\s*(?:"[^"]*"|[-+]?\d+(?:\.\d+)?)\s*$/;

/** RFC 3986 as far as a reader can see it: no spaces or brackets, and each % with two hexadecimal digits. */
const isUri = (value: string): boolean => /^(?:[^\s<>"{}|\\^`%]|%[\da-f]{2})*$/i.test(value);

const wrongUri =
  (property: string) =>
  (element: Element): string | undefined => {
    const value = text(element, property);
    return value === undefined || isUri(value) ? undefined : value;
  };

/** Expressions: what an engine is to run is written formally, and says something (8.4.6). */
export const expressions = {
  // where a file names no language, its expressions are FEEL, marked as formal or not
  'expression-informal': eachExecutable(
    ['bpmn:Expression'],
    (expression, model) => model.namesItsLanguage && !isA(expression, 'bpmn:FormalExpression'),
  ),
  'expression-empty': eachExecutable(
    ['bpmn:Expression'],
    (expression) => text(expression, 'body') === undefined && !hasForeign(expression),
  ),
  'expression-boolean': eachExecutable(Object.keys(booleans), (element) => {
    const property = Object.entries(booleans).find(([type]) => isA(element, type))?.[1] ?? '';
    const body = text(child(element, property), 'body');
    return body !== undefined && notBoolean.test(body) && body;
  }),
  'expression-language': each(['bpmn:FormalExpression'], wrongUri('language')),
  'transaction-method': each(['bpmn:Transaction'], wrongUri('method')),
} satisfies Record<string, Constraint>;
