/**
 * Makes one decision, has it signed by clerk and director of an invented city, and leaves it in a folder with the
 * certificate of that city: npx tsx test/sample-decision.ts <folder>
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoCity, signedByBoth } from './activities/signatures/demo-city.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Expected a folder to write to but got none');
const city = await demoCity();
const { both } = await signedByBoth(city);
const report = await city.signing.verify(both);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'decyzja-bez-podpisow.pdf'), city.decision);
await writeFile(join(folder, 'decyzja.pdf'), both);
await writeFile(join(folder, 'report.json'), JSON.stringify(report, undefined, 2));
console.log(`${join(folder, 'decyzja.pdf')}: ${report.signatures.length} signatures, valid: ${report.valid}`);
