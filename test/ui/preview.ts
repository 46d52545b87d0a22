/**
 * Looks at every sample page with a real browser, narrow and wide, light and dark, and says what axe finds.
 * `npx tsx test/ui/preview.ts <folder> [name…]` leaves the pictures in the folder.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { openBrowser } from '../support/browser.ts';
import { samples } from './page-samples.tsx';
import { servePages } from './page-server.ts';
import type { Browser, Page } from 'playwright-core';

const [folder = '/tmp/obieg-pages', ...only] = process.argv.slice(2);
const looks = [
  { width: 320, colorScheme: 'light', language: 'pl' },
  { width: 1280, colorScheme: 'light', language: 'pl' },
  { width: 320, colorScheme: 'dark', language: 'uk' },
  { width: 1280, colorScheme: 'dark', language: 'en' },
] as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function see(browser: Browser, baseURL: string, look: (typeof looks)[number]): Promise<void> {
  const { width, colorScheme, language } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, baseURL });
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
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes)
      console.log(`AXE ${what}: ${id} ${target.join(' ')} ${failureSummary}`);
}

const server = await servePages(folder);
const browser = await openBrowser();
for (const look of looks) await see(browser, server.url, look);
await browser.close();
server.stop();
console.log(`pictures in ${folder}`);
