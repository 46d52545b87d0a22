/**
 * Draws every sample page as static HTML, looks at it with a real browser and says what axe finds.
 * `npx tsx test/ui/preview.ts <folder> [name…]` leaves the pages and their pictures in the folder.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { buildAssets } from '../../ui/build.ts';
import { languages } from '../../processes/language/text.ts';
import { openBrowser } from '../support/browser.ts';
import { renderPage } from '../../ui/render.ts';
import { samples } from './page-samples.tsx';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../processes/language/text.ts';
import type { Sample } from './page-samples.tsx';

const [folder = '/tmp/obieg-pages', ...only] = process.argv.slice(2);
const assets = await buildAssets(`${folder}/assets`);
mkdirSync(folder, { recursive: true });
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const draw = ({ viewer, path, draw }: Sample, language: Language): string =>
  renderPage(draw({ language, viewer, path, csrf: 'token', demo: true, assets }));

const server = createServer((request, response) => {
  const [, first = '', second = ''] = new URL(request.url ?? '/', 'http://x').pathname.split('/');
  response.setHeader('Content-Security-Policy', policy);
  if (first === 'assets') {
    response.setHeader('Content-Type', types[second.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    return response.end(readFileSync(`${folder}/assets/${second}`));
  }
  if (first === 'diagram.bpmn') return response.end(readFileSync('processes/stypendium-szkolne/process.bpmn'));
  const found = samples.find(({ name }) => name === first);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  return response.end(found ? draw(found, (second || 'pl') as Language) : 'not found');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;

const looks = [
  { width: 320, colorScheme: 'light', language: 'pl' },
  { width: 1280, colorScheme: 'light', language: 'pl' },
  { width: 320, colorScheme: 'dark', language: 'uk' },
  { width: 1280, colorScheme: 'dark', language: 'en' },
] as const;

async function see(browser: Browser, look: (typeof looks)[number]): Promise<void> {
  const { width, colorScheme, language } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, baseURL: base });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.log('CONSOLE', message.text()));
  page.on('pageerror', (error) => console.log('ERROR', error.message));
  for (const { name } of samples.filter((one) => only.length === 0 || only.includes(one.name))) {
    await page.goto(`/${name}/${language}`);
    if ((await page.locator('[data-diagram]').count()) > 0) {
      await page.locator('[data-diagram]').scrollIntoViewIfNeeded();
      await page.locator('.djs-container svg').first().waitFor({ timeout: 10_000 });
    }
    await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    await judge(page, `${name} ${width} ${colorScheme} ${language}`);
  }
  await context.close();
}

async function judge(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  if (Number(wide) > 0) console.log(`WIDE ${what}: ${String(wide)} px`);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes)
      console.log(`AXE ${what}: ${id} ${target.join(' ')} ${failureSummary}`);
}

const browser = await openBrowser();
for (const look of looks) await see(browser, look);
await browser.close();
server.close();
console.log(`${samples.length} pages in ${languages.length} languages; pictures in ${folder}`);
