import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { executable, allowedEvents } from '../../workflows/engine/compile.ts';
import { coveragePage } from './bpmn-coverage.ts';
import { elementNotes, eventNotes, settingNotes } from './bpmn-notes.ts';

test('docs/bpmn-coverage.md says what the compiler registers now', async () => {
  const page = await readFile(new URL('../../docs/bpmn-coverage.md', import.meta.url), 'utf8');
  if (page !== coveragePage()) throw new Error('docs/bpmn-coverage.md is stale: run `npm run docs:bpmn` and commit it');
});

test('nothing is noted that is not registered', () => {
  expect(Object.keys(elementNotes).sort()).toEqual([...executable].sort());
  expect(Object.keys(eventNotes).sort()).toEqual([...new Set(Object.values(allowedEvents).flat())].sort());
});

test('every proof that the page names is there', () => {
  const proofs = [
    ...Object.values(elementNotes).map(({ proof }) => proof),
    ...settingNotes.map(([, , , proof]) => proof),
  ];
  const missing = proofs.filter((proof) => !existsSync(new URL(`../workflows/engine/${proof}`, import.meta.url)));
  expect(missing).toEqual([]);
});
