import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const onThisMachine = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one on this machine, or the one that npm brings. */
export async function openBrowser(): Promise<Browser> {
  const found = onThisMachine.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  // Makes the package bring the libraries that a bare server lacks, too.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const packaged = (await import('@sparticuz/chromium')).default;
  // made for one page in a cloud function: in one process the browser dies with the first context that is closed
  const args = packaged.args.filter((each) => each !== '--single-process');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...args, ...quiet] });
}

/** Where pictures of the pages are kept for people to look at. */
export const pictures = 'test/browser/screenshots';

export type Visit = { page: Page; context: BrowserContext; complaints: string[] };

/** One person's browser. `complaints` collects what its console and network said was wrong. */
export async function visit(browser: Browser, base: string, width = 1280): Promise<Visit> {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height: 900 }, locale: 'pl-PL' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** Takes a picture of the whole page and returns what axe finds against WCAG 2.2 AA, one line a finding. */
export async function look(page: Page, name: string): Promise<string[]> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  // What a reader sees without scrolling; those of the README are made of these.
  await page.screenshot({ path: `${pictures}/${name}.view.png` });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`));
}
