import { readFileSync } from 'node:fs';
import { steps } from './sample-data.ts';
import type { ModelVerdictView } from '../../ui/contract.ts';

/** A sound model, judged. */
export const verdict: ModelVerdictView = {
  fileName: 'process.bpmn',
  runs: true,
  problems: [],
  rules: [],
  losses: [],
  conversions: [],
  steps: steps.map(({ element, name, kind, next }) => ({ element, name, kind, next })),
  drawn: true,
  xml: readFileSync(new URL('../../processes/stypendium-szkolne/process.bpmn', import.meta.url), 'utf8'),
};

/** The same with something to say of every kind. */
export const faultyVerdict: ModelVerdictView = {
  ...verdict,
  runs: false,
  problems: [
    { at: '', code: 'model.processMissing', values: { line: 1 } },
    { at: 'formalCheck', code: 'model.eventMissing', values: { line: 40 }, name: 'Kontrola', step: 'formalCheck' },
    { at: 'toDepartment', code: 'model.flowLoose', values: { line: 52 }, step: 'formalCheck' },
    { at: 'makeCall', code: 'model.foreignRefused', values: { attribute: 'class', reason: 'Java' }, step: 'makeCall' },
  ],
  rules: [{ at: 'isComplete', code: 'model.default-flow', values: { line: 61 }, step: 'isComplete' }],
  losses: [{ at: 'pool', code: 'model.lost', values: { what: 'x="1"', line: 7 }, name: 'Szkoła' }],
  conversions: [{ at: 'isComplete', code: 'model.expressionConverted', values: { from: 'a eq b', to: '=a = b' } }],
};
