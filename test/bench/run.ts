import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scratchFolder } from '../support/engine-config.ts';
import { signedIn } from '../support/office-work.ts';
import { startProduct } from '../support/product.ts';
import { servingOf } from './bench.ts';
import type { Bench } from './bench.ts';
import { keep, printed, report } from './figures.ts';
import type { Figure } from './figures.ts';
import { startFloor } from './floor.ts';
import { openOffice } from './office.ts';
import { crafts } from './sections/crafts.ts';
import { events } from './sections/events.ts';
import { humanStep } from './sections/human-step.ts';
import { manyOpen, wholeCity } from './sections/many-open.ts';
import { threeTasksInSequence } from './sections/three-tasks.ts';
import { throughput } from './sections/throughput.ts';
import { rounded } from './statistics.ts';

/** In this order: the open cases of the last stay open. */
const sections: Record<string, (bench: Bench) => Promise<void>> = {
  step: humanStep,
  throughput,
  three: threeTasksInSequence,
  events,
  crafts,
  open: manyOpen,
};

/**
 * `npm run bench -- [sections] [--quick] [--open 2142]`: the figures that exist now, each beside its anchor, measured in
 * the same run. All sections unless some are named.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, open: { type: 'string' } },
});
const unknown = positionals.find((name) => !Object.hasOwn(sections, name));
if (unknown !== undefined)
  throw new Error(`Expected sections of ${Object.keys(sections).join(', ')}, but got ${unknown}`);

const dataFolder = scratchFolder('bench');
const env = { OBIEG_TRUSTED_PROXIES: '1' };
const figures: Figure[] = [];
const raw: Record<string, unknown> = {};

const first = await startProduct({ dataFolder, env });
await first.stop();
const product = await startProduct({ dataFolder, env });
const floor = await startFloor(product.running().temporal);
try {
  const warm = product.startedIn / 1000;
  figures.push({
    what: 'warm start to the first page',
    measured: `${rounded(warm)} s (first start ${rounded(first.startedIn / 1000)} s)`,
    anchor: 'Operaton 7–21 s',
    goal: '≤ 8 s',
    met: warm <= 8,
  });
  const secretary = await signedIn(product.url, 'secretary-sp-1');
  const bench: Bench = {
    product,
    office: await openOffice(product.url, secretary, product.running().mongod),
    floor,
    serving: servingOf(product, dataFolder),
    keyFolder: join(dataFolder, 'keys'),
    quick: values.quick,
    openCases: Number(values.open ?? (values.quick ? 300 : wholeCity)),
    figures,
    raw,
  };
  for (let i = 0; i < 20; i++) await bench.office.complete(await bench.office.fileOpen());
  for (const [name, section] of Object.entries(sections))
    if (positionals.length === 0 || positionals.includes(name)) await section(bench);
  await bench.office.close();
} finally {
  await floor.stop();
  await product.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
const result = report(figures, raw, new Date());
console.log(printed(result));
keep(new URL('results.json', import.meta.url).pathname, result);
process.exit(0);
