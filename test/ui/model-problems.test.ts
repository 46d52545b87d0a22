import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { languages } from '../../processes/language/text.ts';
import { problemText } from '../../ui/texts/texts.ts';
import { productFiles } from '../support/source-files.ts';
import { rules } from '../../activities/models/rules/index.ts';

const require = createRequire(import.meta.url);
const { rules: recommended } = require('bpmnlint/config/recommended') as { rules: Record<string, string> };
const sources = productFiles().filter(({ path }) => !path.startsWith('ui'));

/** Codes written out in the source, our own rules, and those of bpmnlint that refuse. */
const codes = new Set([
  ...sources.flatMap(({ text }) => [...text.matchAll(/['"`](model\.[A-Za-z-]+)['"`]/g)].map(([, code]) => code ?? '')),
  ...Object.keys(rules).map((name) => `model.${name}`),
  ...Object.entries(recommended).flatMap(([name, level]) => (level === 'error' ? [`model.${name}`] : [])),
]);

test.each(languages)('every code that a model can be refused with has a sentence in %s', (language) => {
  expect(codes.size).toBeGreaterThan(100);
  const speechless = [...codes].filter((code) => problemText(language, { code, values: { message: '?' } }) === '?');
  expect(speechless).toEqual([]);
});

test('codes are put together only where their names are known: constraints by their type, rules by their list', () => {
  const made = sources.filter(({ text }) => /`model\.\$\{(?!string\})/.test(text)).map(({ path }) => path);
  expect(made.toSorted()).toEqual([
    'activities/models/constraints/index.ts',
    'activities/models/lint.ts',
    'processes/language/model-constraint.ts',
  ]);
});
