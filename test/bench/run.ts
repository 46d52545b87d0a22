import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { scratchFolder } from '../support/engine-config.ts';
import { signedIn } from '../support/office-work.ts';
import { startProduct } from '../support/product.ts';
import { document, engineStep, signature } from './crafts.ts';
import { keep, printed, report } from './figures.ts';
import type { Figure } from './figures.ts';
import { startFloor } from './floor.ts';
import type { Floor } from './floor.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';
import { cpuOf, crowd, memoryOf, percentile, rounded, timed } from './statistics.ts';

/** `npm run bench`: the figures that exist now, each beside its anchor, measured in the same run. */
const quick = process.argv.includes('--quick');
const steps = quick ? 30 : 150;
const crowdSize = quick ? 60 : 200;
const env = { OBIEG_TRUSTED_PROXIES: '1' };

const figures: Figure[] = [];
const raw: Record<string, unknown> = {};
const ms = (value: number): string => `${rounded(value)} ms`;
const times = (value: number, floor: number): number => rounded(value / floor, 2);

async function humanSteps(office: Office, floor: Floor): Promise<void> {
  const product: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < steps; i++) {
    const [task, waiting] = [await office.fileOpen(), await floor.start()];
    bare.push(await timed(() => waiting.complete()));
    product.push(await timed(() => office.complete(task)));
  }
  for (const [share, limit] of [
    [0.5, 1.5],
    [0.95, 2],
  ] as const) {
    const [mine, anchor] = [percentile(product, share), percentile(bare, share)];
    figures.push({
      what: `human step over HTTP, one user, p${share * 100}`,
      measured: `${ms(mine)} = ${times(mine, anchor)} × raw`,
      anchor: `raw Temporal update ${ms(anchor)}`,
      goal: `≤ ${limit} × raw`,
      met: mine <= limit * anchor,
    });
  }
  raw['humanStepMs'] = { product, bare };
}

/** Filed, opened, completed, closed: in alternating blocks, so that noise falls on both. */
async function throughput(office: Office, floor: Floor): Promise<void> {
  const blocks = 2;
  let mine = 0;
  let bare = 0;
  for (let block = 0; block < blocks; block++) {
    bare += await crowd(crowdSize, 50, async () => {
      const waiting = await floor.start();
      await waiting.complete();
      await waiting.finished();
    });
    mine += await crowd(crowdSize, 50, async () => office.complete(await office.fileOpen()));
  }
  const perSecond = (milliseconds: number): number => (blocks * crowdSize * 1000) / milliseconds;
  figures.push({
    what: 'cases per second, 50 at once',
    measured: `${rounded(perSecond(mine))}/s = ${times(perSecond(mine), perSecond(bare))} × raw`,
    anchor: `raw idiomatic workflow ${rounded(perSecond(bare))}/s`,
    goal: '≥ 1.0 × raw',
    met: mine <= bare,
  });
}

async function history(office: Office, floor: Floor, address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  /** The last events of a step are written after its answer: counted once nothing is added any more. */
  const lengthOf = async (id: string): Promise<number> => {
    let length = -1;
    for (;;) {
      const { historyLength } = await workflow.getHandle(id).describe();
      if (historyLength === length) return length;
      length = historyLength;
      await sleep(500);
    }
  };
  const task = await office.fileOpen();
  const before = await lengthOf(office.workflowOf(task));
  await office.complete(task);
  const events = (await lengthOf(office.workflowOf(task))) - before;
  const waiting = await floor.start();
  await waiting.complete();
  await waiting.finished();
  const whole = await waiting.events();
  figures.push({
    what: 'history events of a human step, with the end of the case',
    measured: String(events),
    anchor: `raw case, whole: ${whole}; raw step with update, activity and timer: 13`,
    goal: '≤ 8',
    met: events <= 8,
  });
  await connection.close();
}

async function crafts(keyFolder: string): Promise<void> {
  const engine = await engineStep(quick ? 100 : 500);
  const made = await document(quick ? 10 : 40);
  const ec = await signature(keyFolder, 'clerk-wydzial', quick ? 10 : 40);
  const rsa = await signature(keyFolder, 'director-wydzial', quick ? 10 : 40);
  figures.push(
    {
      what: "engine's own CPU per step",
      measured: `${rounded(engine, 3)} ms`,
      anchor: 'prototype ≈ 1.6 ms (11 ms a case of 7)',
      goal: '≤ 2 ms',
      met: engine <= 2,
    },
    {
      what: 'one decision PDF, warm',
      measured: ms(made),
      anchor: 'Typst alone 1–11 ms',
      goal: '≤ 25 ms',
      met: made <= 25,
    },
    {
      what: 'one PAdES-B signature, P-256, warm',
      measured: ms(ec),
      anchor: 'prototype 1.3 ms',
      goal: '≤ 10 ms',
      met: ec <= 10,
    },
    {
      what: 'one PAdES-B signature, RSA-3072, warm',
      measured: ms(rsa),
      anchor: 'prototype 5.9 ms',
      goal: '≤ 10 ms',
      met: rsa <= 10,
    },
  );
}

const dataFolder = scratchFolder('bench');
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
  const office = await openOffice(product.url, secretary, product.running().mongod);
  for (let i = 0; i < 10; i++) await office.complete(await office.fileOpen());
  const before = cpuOf(product.pid);
  await humanSteps(office, floor);
  raw['productCpuMsPerCase'] = rounded((cpuOf(product.pid) - before) / steps);
  await throughput(office, floor);
  await history(office, floor, product.running().temporal);
  await office.close();
  await crafts(join(dataFolder, 'keys'));
  raw['productMiB'] = rounded(memoryOf(product.pid));
} finally {
  await floor.stop();
  await product.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
const result = report(figures, raw, new Date());
console.log(printed(result));
console.log(
  `\nworker and API: ${String(raw['productCpuMsPerCase'])} ms CPU a case filed and closed over HTTP, ${String(raw['productMiB'])} MiB at the end`,
);
keep(new URL('results.json', import.meta.url).pathname, result);
process.exit(0);
