/** Writes docs/bpmn-coverage.md anew: npm run docs:bpmn */
import { writeFile } from 'node:fs/promises';
import { coveragePage } from './bpmn-coverage.ts';

await writeFile(new URL('../../docs/bpmn-coverage.md', import.meta.url), coveragePage());
