import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { look, openBrowser, visit } from '../support/browser.ts';
import { startProduct } from '../support/product.ts';
import { testWith } from '../support/outside-tool.ts';
import type { Browser, Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import type { Visit } from '../support/browser.ts';

/** One stipend from a parent's phone to a decision with two signatures, each person in a browser of their own. */
jest.setTimeout(180_000);
let folder: string;
let product: Product;
let browser: Browser;
const people: Record<string, Visit> = {};
const findings: string[] = [];
let number = '';
let code = '';
let decision = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obieg-browser-'));
  [product, browser] = await Promise.all([startProduct({ dataFolder: folder }), openBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const as = async (person: string, width?: number): Promise<Page> => {
  people[person] ??= await visit(browser, product.url, width);
  return people[person].page;
};
const signedIn = async (person: string): Promise<Page> => {
  const page = await as(person);
  await page.goto(`/sign-in?person=${person}&back=/inbox`);
  return page;
};
const see = async (page: Page, name: string): Promise<void> => void findings.push(...(await look(page, name)));
const openTask = (page: Page): Promise<void> => page.locator('main table a[href^="/tasks/"]').first().click();
const press = (page: Page, action: string): Promise<void> =>
  page.locator(`button.govuk-button[name=_action][value="${action}"]`).click();

test('the start page tells a newcomer what to do', async () => {
  const page = await as('newcomer');
  await page.goto('/');
  await see(page, 'start');
  expect(await page.locator('h1').count()).toBe(1);
});

test('a parent applies on a phone; what is missing is named and what was typed stays', async () => {
  const page = await as('parent', 360);
  await page.goto('/applications/stypendium-szkolne');
  await see(page, 'application-empty');
  await page.fill('[name=pupilFirstName]', 'Żaneta');
  await press(page, 'complete');
  expect(await page.locator('.govuk-error-summary li').count()).toBeGreaterThan(5);
  expect(await page.inputValue('[name=pupilFirstName]')).toBe('Żaneta');
  await see(page, 'application-errors');
  await fillApplication(page);
  await see(page, 'application');
  await press(page, 'complete');
  const text = await page.locator('main').innerText();
  number = /SP1\.\w+\.\d+\.\d{4}/.exec(text)?.[0] ?? '';
  code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
  expect({ number, code }).toEqual({ number: expect.stringMatching(/./), code: expect.stringMatching(/./) });
  await see(page, 'submitted');
});

async function fillApplication(page: Page): Promise<void> {
  const texts = {
    pupilLastName: 'Źrebięca',
    className: '4b',
    street: 'ul. Łąkowa 7/12',
    postcode: '20-001',
    city: 'Przykładowo',
    applicantFirstName: 'Łucja',
    applicantLastName: 'Źrebięca',
    email: 'lucja@example.org',
    incomeMonth: '10.2026',
    lateReason: 'Dziecko wróciło do szkoły po leczeniu w październiku.',
  };
  for (const [name, value] of Object.entries(texts)) await page.fill(`[name="${name}"]`, value);
  await page.selectOption('[name=school]', 'sp-1');
  const household = [
    ['Łucja Źrebięca', 'parent', '2292'],
    ['Jan Źrebięcy', 'parent', '1000'],
    ['Żaneta Źrebięca', 'pupil', '0'],
    ['Staś Źrebięcy', 'sibling', '0'],
  ] as const;
  for (const [index, [name, relation, income]] of household.entries()) {
    if ((await page.locator(`[name="members.${index}.name"]`).count()) === 0) await press(page, 'add:members');
    await page.fill(`[name="members.${index}.name"]`, name);
    await page.selectOption(`[name="members.${index}.relation"]`, relation);
    await page.fill(`[name="members.${index}.income"]`, income);
  }
  for (const [name, value] of [
    ['incomeProof', 'declaration'],
    ['circumstances', 'largeFamily'],
    ['aidForms', 'schoolSupplies'],
  ])
    await page.check(`[name="${name}"][value="${value}"]`);
  await page.check('[name=truthClause]');
}

test('the secretary finds it in the inbox and confirms the pupil', async () => {
  const page = await signedIn('secretary-sp-1');
  await see(page, 'inbox');
  expect(await page.locator('main').innerText()).toContain(number);
  await openTask(page);
  await page.check('[name=enrolled][value=yes]');
  await page.fill('[name=registeredClass]', '4b');
  await see(page, 'task');
  await press(page, 'complete');
  await page.waitForURL(/\/(inbox|cases)/);
});

test('the clerk checks and proposes; the computed income is exactly the threshold', async () => {
  const page = await signedIn('clerk-wydzial');
  await openTask(page);
  await page.check('[name=lateJustified][value=yes]');
  await page.check('[name=formalResult][value=complete]');
  await see(page, 'formal-check');
  await press(page, 'complete');
  await page.goto('/inbox');
  await openTask(page);
  expect(await page.locator('main').innerText()).toMatch(/3[\s\u00a0]?292,00/);
  await page.check('[name=verdict][value=grant]');
  await page.fill('[name=monthlyAmount]', '124,00');
  await page.fill('[name=months]', '10');
  await page.fill('[name=fromMonth]', '09.2026');
  await see(page, 'proposal');
  await press(page, 'complete');
});

const sign = async (person: string): Promise<void> => {
  const page = await signedIn(person);
  await openTask(page);
  await see(page, `signing-${person}`);
  await page.locator('form[action$="/signature"] button').click();
  await page.waitForURL(/\/(inbox|cases|tasks)/);
  expect(await page.locator('.govuk-error-summary').count()).toBe(0);
};

test('the clerk and then the director sign, each once', async () => {
  await sign('clerk-wydzial');
  await sign('director-wydzial');
});

test('the case shows stage, term, steps, signatures and history', async () => {
  const page = await signedIn('clerk-wydzial');
  await page.goto('/cases');
  await see(page, 'cases');
  await page.locator('main a[href^="/cases/"]').first().click();
  await page.locator('[data-diagram]').scrollIntoViewIfNeeded();
  await page.locator('.djs-container .djs-shape').first().waitFor();
  await see(page, 'case');
  expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
});

test('the parent follows the stage by number and code and downloads the decision', async () => {
  const page = await as('parent');
  await page.goto('/track');
  await page.fill('[name=number]', number);
  await page.fill('[name=code]', 'AAAA-AAAA-AAAA');
  await page.locator('main form button').click();
  expect(await page.locator('.govuk-error-summary').count()).toBe(1);
  await page.fill('[name=code]', code.toLowerCase());
  await page.locator('main form button').click();
  await page.waitForURL(/\/track\//);
  await see(page, 'stage');
  const link = page.locator('main a[href*="/documents/"]').first();
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  decision = join(folder, 'decision.pdf');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(decision, await answer.body());
  expect((await readFile(decision)).subarray(0, 5).toString()).toBe('%PDF-');
});

testWith('pdfsig')('pdfsig finds two valid signatures on the downloaded decision', () => {
  const { stdout } = spawnSync('pdfsig', [decision], { encoding: 'utf8' });
  expect(stdout.match(/Signature is Valid/g)).toHaveLength(2);
});

test('anybody verifies it, by file; a changed file is refused', async () => {
  const page = await as('newcomer');
  await page.goto('/verify');
  await page.locator('input[type=file]').setInputFiles(decision);
  await page.locator('form:has(input[type=file]) button').click();
  await page.locator('main h1').waitFor();
  await see(page, 'verification');
  expect(await page.locator('main').innerText()).toMatch(/Ewaryst Świerk/);
  const bytes = await readFile(decision);
  bytes[Math.floor(bytes.length / 3)]! ^= 1;
  await page.goto('/verify');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'changed.pdf', mimeType: 'application/pdf', buffer: bytes });
  await page.locator('form:has(input[type=file]) button').click();
  await see(page, 'verification-changed');
});

test('the other pages stand, in each language', async () => {
  const page = await as('newcomer');
  for (const path of [
    '/procedures',
    '/procedures/stypendium-szkolne',
    '/accessibility',
    '/applications',
    '/track',
    '/no-such-page',
  ]) {
    await page.goto(path);
    await see(page, path.slice(1).replaceAll('/', '-'));
  }
  for (const language of ['en', 'uk']) {
    await page.goto(`/language/${language}?back=/`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await see(page, `start-${language}`);
  }
});

test('axe finds nothing on any of these pages, and no browser complained', () => {
  expect(findings).toEqual([]);
  const complaints = Object.entries(people).flatMap(([who, { complaints: all }]) =>
    all.map((text) => `${who}: ${text}`),
  );
  expect(complaints.filter((text) => !/status of (404|422|401)/.test(text))).toEqual([]);
});
