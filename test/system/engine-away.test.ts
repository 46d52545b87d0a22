import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../activities/engines/ports.ts';
import { startTemporal } from '../../activities/engines/start-engines.ts';
import type { Engine } from '../../activities/engines/start-engines.ts';
import { ownConfig, removeScratch, scratchFolder } from '../support/engine-config.ts';
import type { Visitor } from '../support/http-client.ts';
import { caseOf, file, signedIn, work } from '../support/office-work.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';

const request = {
  pupilFirstName: 'Jaś',
  pupilLastName: 'Żółty',
  school: 'sp-1',
  purpose: 'bilet miesięczny',
  email: null,
};
let temporal: Engine;
let product: Product;
let secretary: Visitor;
let start: () => Promise<Engine>;

beforeAll(async () => {
  const port = await freePort();
  const config = ownConfig(scratchFolder('temporal'), { OBIEG_TEMPORAL_PORT: String(port) });
  start = () => startTemporal(config, { clock: () => new Date(), tell: () => undefined });
  temporal = await start();
  product = await startProduct({ dataFolder: scratchFolder('away'), env: { TEMPORAL_ADDRESS: temporal.address } });
  secretary = await signedIn(product.url, 'secretary-sp-1');
}, 400_000);
afterAll(async () => {
  await product?.stop();
  await temporal?.stop();
  removeScratch();
}, 60_000);

describe('an office whose Temporal server is away', () => {
  test('takes applications, keeps drafts, completes nothing, and goes on where it was when the server is back', async () => {
    const before = await file(product.url, 'demo', request, 'before');
    await eventuallyOpen(before.number);
    await temporal.stop();

    const during = await file(product.url, 'demo', request, 'during');
    expect(during.state).toBe('processing');
    expect((await file(product.url, 'demo', request, 'during')).number).toBe(during.number);

    const { tasks } = await caseOf(secretary, before.number);
    const data = { verdict: 'reject', rejectionReason: 'Osoba nie jest uczniem szkoły.' };
    const kept = await secretary.send(`/tasks/${tasks[0]?.id}/draft`, { data, revision: 0 }, { method: 'PUT' });
    expect(kept.status).toBe(200);
    const refused = await secretary.send(`/tasks/${tasks[0]?.id}`, { data });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect((await secretary.read('/health/ready')).json).toMatchObject({ status: 'degraded' });

    temporal = await start();
    await work(secretary, before.number, { element: 'review', data });
    await work(secretary, during.number, { element: 'review', data });
    for (const { number } of [before, during]) {
      const found = await caseOf(secretary, number);
      expect([found.status, found.steps.find(({ element }) => element === 'review')?.count]).toEqual(['completed', 1]);
    }
  }, 240_000);
});

async function eventuallyOpen(number: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if ((await caseOf(secretary, number)).tasks.length > 0) return;
    await sleep(100);
  }
  throw new Error(`Expected ${number} to wait for somebody, but it does not`);
}
