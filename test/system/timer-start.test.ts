import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseRow } from '../../processes/language/case.ts';
import { freePort } from '../../activities/engines/ports.ts';
import { removeScratch, scratchFolder } from '../support/engine-config.ts';
import { startXml, timedProcedure, timerXml } from '../activities/casework/starting/timed-procedure.ts';
import type { Visitor } from '../support/http-client.ts';
import { caseOf, signedIn } from '../support/office-work.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';

const dataFolder = scratchFolder('timer-start');
let port: number;
let product: Product;
let clerk: Visitor;

beforeAll(async () => {
  port = await freePort();
  product = await startProduct({ dataFolder, port });
  clerk = await signedIn(product.url, 'clerk-wydzial');
}, 400_000);
afterAll(async () => {
  await product?.stop();
  removeScratch();
}, 60_000);

const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString().slice(0, 19);
const deploy = async (cycle: string, task: string): Promise<void> => {
  const administrator = await signedIn(product.url, 'administrator');
  const bundle = timedProcedure(startXml(timerXml('timeCycle', cycle), { task }));
  expect(await administrator.send('/procedures', bundle)).toMatchObject({ status: 200 });
};
const numbers = async (): Promise<string[]> => {
  const list = await clerk.read('/cases?procedure=yearly-review');
  return (list.json as { rows: CaseRow[] }).rows.map(({ number }) => number).toSorted();
};
const eventually = async (count: number): Promise<void> => {
  for (let tries = 0; tries < 200 && (await numbers()).length < count; tries += 1) await sleep(200);
  expect(await numbers()).toHaveLength(count);
};

test('cases begin by themselves once a round, though Temporal, then the whole product, is killed over one', async () => {
  await deploy(`R2/${soon(3_000)}Z/PT7S`, 'A');
  await eventually(1);
  const { pid } = JSON.parse(readFileSync(join(dataFolder, 'temporal', 'process.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  await eventually(2);

  await deploy(`R2/${soon(4_000)}Z/PT1S`, 'B');
  await product.kill();
  await sleep(5_000);
  product = await startProduct({ dataFolder, port });
  await eventually(4);
  expect(await product.stop()).toBe(0);
  product = await startProduct({ dataFolder, port });
  await sleep(7_000);

  const found = await numbers();
  const cases = await Promise.all(found.map((number) => caseOf(clerk, number)));
  expect(cases.map(({ definition }) => definition.version)).toEqual([1, 1, 2, 2]);
  expect(new Set(cases.map(({ data }) => data['dueAt'])).size).toBe(4);
  expect(cases.map(({ tasks }) => tasks.map(({ element }) => element))).toEqual(cases.map(() => ['review']));
}, 180_000);
