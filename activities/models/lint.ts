import { createRequire } from 'node:module';
import { Linter } from 'bpmnlint';
import type { LintReport } from 'bpmnlint';
import type { Problem } from '../../processes/language/failure.ts';
import { child, elements } from './element.ts';
import type { Element } from './element.ts';
import { completeFlowLists } from './flow-lists.ts';
import { rules } from './rules/index.ts';
import type { LintContext } from './rules/rule.ts';

const require = createRequire(import.meta.url);
const config: { extends: string; rules: Record<string, 'error' | 'off'> } = {
  extends: 'bpmnlint:recommended',
  rules: Object.fromEntries(Object.keys(rules).map((name) => [`obieg/${name}`, 'error'])),
};

/** The library's rule expects every diagram to have its plane; one without is a fault of the schema, named there. */
const configFor = (definitions: Element): typeof config =>
  elements(definitions, 'diagrams').every((diagram) => child(diagram, 'plane'))
    ? config
    : { ...config, rules: { ...config.rules, 'no-bpmndi': 'off' } };

const linterFor = (definitions: Element, context: LintContext): Linter =>
  new Linter({
    config: configFor(definitions),
    resolver: {
      resolveRule: (pkg, name): unknown =>
        pkg === 'bpmnlint' ? require(`bpmnlint/rules/${name}`) : () => rules[name]?.(context),
      resolveConfig: (_, name): unknown => require(`bpmnlint/config/${name}`),
    },
  });

const problemOf = (rule: string, { id, message, category, values }: LintReport): Problem => {
  if (category === 'rule-error') throw new Error(`Expected rule ${rule} to run but it failed: ${message}`);
  return { at: id ?? '', code: `model.${rule.replace('obieg/', '')}`, values: values ?? { message } };
};

/**
 * All that bpmnlint's recommended rules and our own have against a model, at once, each with the element's id and the
 * code `model.<rule>`. Advice (bpmnlint's warnings) is left out: it refuses nothing.
 * Completes the tree's lists of incoming and outgoing flows.
 */
export const lintModel = async (definitions: Element, context: LintContext): Promise<Problem[]> => {
  completeFlowLists(definitions);
  const found = await linterFor(definitions, context).lint(definitions);
  return Object.entries(found).flatMap(([rule, reports]) =>
    reports.filter(({ category }) => category !== 'warn').map((each) => problemOf(rule, each)),
  );
};
