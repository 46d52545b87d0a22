import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { application } from '../../processes/stypendium-szkolne/sample.ts';
import { freePort } from '../../activities/engines/ports.ts';
import { identityOf } from '../../activities/engines/process-identity.ts';
import { removeScratch, scratchFolder } from '../support/engine-config.ts';
import { newVisitor } from '../support/http-client.ts';
import type { Visitor } from '../support/http-client.ts';
import { caseOf, file, signedIn, work } from '../support/office-work.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';

const dataFolder = scratchFolder('survival');
const people = ['secretary-sp-1', 'director-sp-1', 'clerk-wydzial', 'director-wydzial'] as const;
let port: number;
let product: Product;
let staff: Record<(typeof people)[number], Visitor>;

const signIn = async (): Promise<void> => {
  const visitors = await Promise.all(people.map(async (person) => [person, await signedIn(product.url, person)]));
  staff = Object.fromEntries(visitors) as typeof staff;
};
const enginePid = (engine: 'temporal' | 'mongod'): number =>
  (JSON.parse(readFileSync(join(dataFolder, engine, 'process.json'), 'utf8')) as { pid: number }).pid;
const eventually = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 300 && !condition(); i++) await sleep(100);
  expect(condition()).toBe(true);
};
const verify = (): { code: number | null; said: string } => {
  const { TEMPORAL_ADDRESS: _, MONGODB_URI: __, NODE_OPTIONS: ___, ...around } = process.env;
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'api/cli.ts', 'verify'], {
    env: { ...around, OBIEG_DATA: dataFolder },
    encoding: 'utf8',
  });
  return { code: run.status, said: run.stdout + run.stderr };
};

beforeAll(async () => {
  port = await freePort();
  product = await startProduct({ dataFolder, port });
  await signIn();
}, 400_000);
afterAll(async () => {
  await product?.stop();
  removeScratch();
}, 60_000);

const request = {
  pupilFirstName: 'Jaś',
  pupilLastName: 'Żółty',
  school: 'sp-1',
  purpose: 'bilet miesięczny',
  email: null,
};
const late = { ...application, lateReason: 'Pobyt w szpitalu.' };
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date());

describe('a case that outlives its servers', () => {
  test('is finished after worker, pages and Temporal were killed in its middle, each step done once', async () => {
    const { number, state } = await file(product.url, 'stypendium-szkolne', late, 'survival-1');
    expect(state).toBe('started');
    await work(staff['secretary-sp-1'], number, {
      element: 'schoolCheck',
      data: { enrolled: 'yes', registeredClass: '4b', schoolRemarks: null },
    });

    // The whole product, worker and pages, dies while an answer is on its way.
    const clerk = staff['clerk-wydzial'];
    const formal = { element: 'formalCheck', data: { formalResult: 'complete', lateJustified: 'yes' } };
    const answer = work(clerk, number, formal);
    await sleep(40);
    const engines = [enginePid('temporal'), enginePid('mongod')];
    await product.kill();
    await eventually(() => engines.every((pid) => identityOf(pid) === undefined));
    product = await startProduct({ dataFolder, port });
    await answer;

    // Temporal dies while an answer is on its way; the product starts it again by itself.
    const proposal = { verdict: 'grant', monthlyAmount: 12_400, months: 10, fromMonth: '09.2026', justification: null };
    const proposed = work(clerk, number, { element: 'proposal', data: proposal });
    await sleep(40);
    process.kill(enginePid('temporal'), 'SIGKILL');
    await proposed;

    // Between the two signatures everything stops in order and starts again.
    await signIn();
    await work(staff['clerk-wydzial'], number, { element: 'clerkSignature', sign: true });
    expect(await product.stop()).toBe(0);
    product = await startProduct({ dataFolder, port });
    await signIn();
    await work(staff['director-wydzial'], number, { element: 'directorSignature', sign: true });
    await work(staff['clerk-wydzial'], number, {
      element: 'delivery',
      data: { deliveredOn: today, deliveryWay: 'electronic' },
    });
    const { id } = await caseOf(staff['clerk-wydzial'], number);
    const appeal = { messageId: 'odwolanie-1', data: {} };
    for (const _ of [1, 2]) await staff['clerk-wydzial'].send(`/cases/${id}/messages/odwolanie`, appeal);
    await work(staff['clerk-wydzial'], number, {
      element: 'appealForwarding',
      data: { forwardedOn: today, forwardingNote: 'Organ podtrzymuje decyzję.' },
    });

    const found = await caseOf(staff['clerk-wydzial'], number);
    expect({ status: found.status, outcome: found.outcome }).toEqual({ status: 'completed', outcome: 'appealed' });
    const entered = found.steps.filter(({ count }) => count > 0);
    expect(entered.filter(({ count }) => count !== 1).map(({ element }) => element)).toEqual([]);
    expect(entered.map(({ element }) => element)).toEqual(
      expect.arrayContaining([
        'schoolCheck',
        'formalCheck',
        'proposal',
        'clerkSignature',
        'directorSignature',
        'appealForwarding',
      ]),
    );
    expect(found.documents.map(({ revisions }) => revisions.length)).toEqual([3]);
    const times = (wanted: string) => found.history.filter(({ action }) => action === wanted).length;
    expect([times('taskCompleted'), times('documentMade'), times('documentSigned')]).toEqual([7, 1, 2]);
    expect(found.history.map(({ seq }) => seq)).toEqual(found.history.map((_, index) => index + 1));
  }, 300_000);

  test('is filed once, however often it is sent and whatever dies in between', async () => {
    const sent = Array.from({ length: 6 }, (_, index) => index);
    const first = await Promise.allSettled(sent.map((index) => file(product.url, 'demo', request, `flood-${index}`)));
    await product.kill();
    product = await startProduct({ dataFolder, port });
    const again = await Promise.all(sent.map((index) => file(product.url, 'demo', request, `flood-${index}`)));
    for (const [index, one] of first.entries()) {
      if (one.status === 'fulfilled') expect(again[index]?.number).toBe(one.value.number);
    }
    const running = again.map(({ number }) => Number(/\.(\d+)\.\d{4}$/.exec(number)?.[1]));
    expect(running.toSorted((a, b) => a - b)).toEqual(sent.map((index) => index + 1));

    await signIn();
    for (const { number } of again) {
      const data = { verdict: 'reject', rejectionReason: 'Osoba nie jest uczniem szkoły.' };
      await work(staff['secretary-sp-1'], number, { element: 'review', data });
      const found = await caseOf(staff['secretary-sp-1'], number);
      expect([found.status, found.outcome, found.tasks.length]).toEqual(['completed', 'rejected', 0]);
    }
  }, 240_000);

  test('has a record that fits, seen beside the running product and after its end', async () => {
    const beside = verify();
    expect(beside).toEqual({
      code: 0,
      said: expect.stringMatching(/^7 cases, \d+ entries, \d+ stored files: all fit\.\n$/),
    });
    expect(await product.stop()).toBe(0);
    expect(verify()).toEqual(beside);
    product = await startProduct({ dataFolder, port });
  }, 120_000);

  test('can be followed by its party with number and code after all of that', async () => {
    const { number, code } = await file(product.url, 'demo', request, 'followed');
    const parent = newVisitor(product.url);
    await parent.page('/track');
    const seen = await parent.submit('/track', { number, code });
    expect([seen.status, seen.text.includes(number)]).toEqual([200, true]);
  }, 60_000);
});
