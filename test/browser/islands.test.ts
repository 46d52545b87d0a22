import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openBrowser, visit } from '../support/browser.ts';
import { servePages } from '../ui/page-server.ts';
import type { Browser, Page, Route } from 'playwright-core';

/** What the page's own script adds, on sample pages under the product's content policy. */
const folder = mkdtempSync(join(tmpdir(), 'obieg-islands-'));
let browser: Browser;
let server: { url: string; stop: () => void };
const complaints: string[][] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), servePages(folder)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (name: string, width = 1280): Promise<Page> => {
  const seen = await visit(browser, server.url, width);
  complaints.push(seen.complaints);
  await seen.page.goto(`/${name}/pl`);
  return seen.page;
};

test('a part of a form is hidden while its condition holds, and shown again', async () => {
  const page = await open('task');
  const call = page.getByText('Czego brakuje', { exact: true });
  expect(await call.isVisible()).toBe(true);
  await page.check('[name=formalResult][value=complete]');
  expect(await call.isVisible()).toBe(false);
  await page.check('[name=formalResult][value=incomplete]');
  expect(await call.isVisible()).toBe(true);
});

test('without JavaScript every part of a form is there and the menu is open', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: server.url,
    viewport: { width: 320, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/task/pl');
  expect(await page.getByText('Czego brakuje', { exact: true }).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Sprawy', exact: true }).isVisible()).toBe(true);
  await context.close();
});

describe('the draft of a task', () => {
  const answers = (page: Page, answer: (route: Route) => Promise<void>) => page.route('**/tasks/*/draft', answer);
  const status = (page: Page) => page.locator('[data-draft-status]');

  test('is kept within five seconds of typing, over the revision last read, with the token of the page', async () => {
    const page = await open('task');
    const sent: { method: string; token: string | undefined; fields: URLSearchParams }[] = [];
    await answers(page, async (route) => {
      const request = route.request();
      const fields = new URLSearchParams(request.postData() ?? '');
      sent.push({ method: request.method(), token: request.headers()['x-csrf-token'], fields });
      await route.fulfill({ json: { revision: sent.length + 3, savedAt: '2026-11-23T12:00:00.000Z' } });
    });
    await page.fill('[name=missingNote]', 'Brak oświadczenia');
    await status(page)
      .getByText(/Zapisano/)
      .waitFor({ timeout: 5000 });
    await page.fill('[name=missingNote]', 'Brak oświadczenia ojca');
    await page.waitForTimeout(4500);
    expect(sent.map(({ method, token }) => `${method} ${token}`)).toEqual(['PUT token', 'PUT token']);
    expect(sent.map(({ fields }) => fields.get('_revision'))).toEqual(['3', '4']);
    expect(sent[1]?.fields.get('missingNote')).toBe('Brak oświadczenia ojca');
  });

  test('is never written over a newer one: the page says so and stops', async () => {
    const page = await open('task');
    let calls = 0;
    await answers(page, async (route) => {
      calls += 1;
      await route.fulfill({ status: 409, json: {} });
    });
    await page.fill('[name=missingNote]', 'a');
    await status(page)
      .getByText(/nowszą wersję/)
      .waitFor({ timeout: 6000 });
    await page.fill('[name=missingNote]', 'b');
    await page.waitForTimeout(4500);
    expect(calls).toBe(1);
  });
});

describe('the diagram', () => {
  test('shows the states of the steps and the path taken, and the mark of its library', async () => {
    const page = await open('case');
    await page.locator('[data-diagram]').scrollIntoViewIfNeeded();
    await page.locator('.djs-container svg').first().waitFor();
    const marked = (element: string) => page.locator(`[data-element-id="${element}"]`).first().getAttribute('class');
    expect(await marked('schoolCheck')).toContain('obieg-token--done');
    expect(await marked('formalCheck')).toContain('obieg-token--active');
    expect(await marked('makeCall')).toContain('obieg-token--incident');
    expect(await marked('toDepartment')).toContain('obieg-token--path');
    expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
    expect(await page.locator('.obieg-diagram__status').count()).toBe(0);
  });

  test('of a file that is stored nowhere is drawn from the page itself, with what needs correcting marked by a sign', async () => {
    const page = await open('model-check-faults');
    await page.locator('[data-diagram]').scrollIntoViewIfNeeded();
    await page.locator('.djs-container svg').first().waitFor();
    const marked = (element: string) => page.locator(`[data-element-id="${element}"]`).first().getAttribute('class');
    expect(await marked('makeCall')).toContain('obieg-token--faulty');
    expect(await marked('toDepartment')).toContain('obieg-token--faulty');
    expect(await page.locator('.obieg-fault').allTextContents()).toEqual(['!', '!', '!']);
  });

  test('says where to look instead when the model does not come', async () => {
    const page = await open('start');
    await page.route('**/diagram.bpmn', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto('/case/pl');
    await page.locator('[data-diagram]').scrollIntoViewIfNeeded();
    await page.getByText('Schematu nie udało się wczytać').waitFor();
  });
});

test('the browser complained of nothing: no script or style broke the content policy', () => {
  // The sample server knows no drafts, and some answers here are refusals on purpose.
  expect(complaints.flat().filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});
