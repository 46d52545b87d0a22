import type { Report } from '../compile/problems.ts';
import { expressionFrom } from '../compile/sources.ts';
import type { Expression } from '../feel.ts';
import type { Logic } from './decision.ts';
import { tableFeel } from './table-feel.ts';

/** Functions that models define and expressions may call: parameters, and the function as FEEL where it can be said so. */
export type Functions = Map<string, { parameters: string[]; feel?: string }>;
export type ReadLiteral = (text: string, at: string) => Expression;

const key = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : JSON.stringify(name));

/** `{ f: function(x) …, _result: … }._result`: variables are data, so a function comes in with the text that calls it. */
const bound = (text: string, called: [name: string, feel: string][]): string => {
  if (called.length === 0) return text;
  const entries = called.map(([name, feel]) => `${name}: ${feel}`);
  return `{ ${entries.join(', ')}, _result: (${text}\n) }._result`;
};

/** Reads FEEL in which the functions given may be called. */
export const literalReader =
  (functions: Functions, report: Report): ReadLiteral =>
  (text, at) => {
    const expression = expressionFrom(text, at, report);
    const called: [string, string][] = [];
    for (const name of expression.reads) {
      const feel = functions.get(name)?.feel;
      if (feel !== undefined) called.push([name, feel]);
      else if (functions.has(name)) report(at, 'model.functionNotCallable', { function: name });
    }
    return called.length === 0 ? expression : expressionFrom(bound(expression.feel, called), at, report);
  };

/**
 * Compiled logic as one FEEL expression, or nothing where FEEL has no word for it. Types are not checked in it: what FEEL
 * calls is FEEL's own affair, only its result is looked at.
 */
export const feelOf = (logic: Logic, functions: Functions): string | undefined => {
  const inner = (part: Logic): string | undefined => feelOf(part, functions);
  switch (logic.kind) {
    case 'literal':
      return `(${logic.expression.feel}\n)`;
    case 'list':
      return all(logic.elements.map(inner), (parts) => `[${parts.join(', ')}]`);
    case 'function': {
      const names = logic.parameters.map(({ name }) => name).join(', ');
      return all([inner(logic.body)], ([body]) => `function(${names}) (${body}\n)`);
    }
    case 'context': {
      const entries = logic.entries.map(({ name, value }): [string, Logic] => [name, value]);
      if (logic.result) entries.push(['_result', logic.result]);
      const written = all(
        entries.map(([, value]) => inner(value)),
        (parts) => `{ ${parts.map((part, index) => `${key(entries[index]?.[0] ?? '')}: ${part}`).join(', ')} }`,
      );
      return written !== undefined && logic.result ? `${written}._result` : written;
    }
    case 'invocation': {
      const call = all(
        logic.bindings.map(({ value }) => inner(value)),
        (parts) =>
          `${logic.called}(${parts.map((part, index) => `${logic.bindings[index]?.name}: ${part}`).join(', ')})`,
      );
      const feel = functions.get(logic.called)?.feel;
      return call === undefined || feel === undefined ? undefined : `(${bound(call, [[logic.called, feel]])})`;
    }
    case 'table':
      return tableFeel(logic);
    case 'service':
      return undefined;
  }
};

const all = (parts: (string | undefined)[], made: (parts: string[]) => string): string | undefined =>
  parts.every((part) => part !== undefined) ? made(parts) : undefined;
