import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildAssets } from '../../ui/build.ts';
import { trimStyles } from '../../ui/trim-styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'obieg-assets-'));
let assets: Record<string, string> = {};
beforeAll(async () => {
  assets = await buildAssets(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytes = (name: string): Buffer => readFileSync(join(folder, assets[name]!.replace('/assets/', '')));
const weight = (...names: string[]): number => names.reduce((sum, name) => sum + gzipSync(bytes(name)).length, 0);
const KB = 1024;

describe('what the browser is sent', () => {
  test('is named by its content and lies in the folder', () => {
    for (const address of Object.values(assets)) {
      expect(address).toMatch(/^\/assets\/[a-z]+-[A-Z0-9]{8}\.(css|js|svg)$/);
      expect(existsSync(join(folder, address.replace('/assets/', '')))).toBe(true);
    }
  });

  test('keeps to the budgets, compressed', () => {
    expect(weight('style.css')).toBeLessThan(20 * KB);
    expect(weight('page.js')).toBeLessThan(20 * KB);
    expect(weight('style.css', 'casework.css')).toBeLessThan(30 * KB);
    expect(weight('page.js', 'draft.js', 'diagram.js')).toBeLessThan(60 * KB);
    const viewer = readdirSync(folder).find((name) => /^viewer-.*\.js$/.test(name));
    expect(gzipSync(readFileSync(join(folder, viewer!))).length).toBeLessThan(60 * KB);
  });

  test('loads the viewer of diagrams only when it is asked for', () => {
    expect(bytes('diagram.js').toString()).toMatch(/import\("\/assets\/viewer-\w+\.js"\)/);
    expect(bytes('diagram.js').length).toBeLessThan(KB);
  });

  test('has our font and nothing of the British government', () => {
    for (const name of ['style.css', 'casework.css', 'diagram.css'])
      expect(bytes(name).toString()).not.toMatch(/GDS Transport|crest|crown/i);
    const fonts = [
      ...bytes('style.css')
        .toString()
        .matchAll(/url\("?\/assets\/[\w-]+\.woff2/g),
    ];
    expect(fonts).toHaveLength(3);
  });
});

describe('trimming a library', () => {
  test('keeps a rule when any of its selectors is used', () => {
    expect(trimStyles('.govuk-tabs,.govuk-tag{a:b}.govuk-tabs{c:d}')).toBe('.govuk-tabs,.govuk-tag{a:b}');
  });
  test('looks into media queries and drops the empty ones', () => {
    expect(trimStyles('@media print{.govuk-tabs{a:b}}@media screen{.govuk-tag{a:b}}')).toBe(
      '@media screen{.govuk-tag{a:b}}',
    );
  });
  test('keeps statements and replaces the typeface', () => {
    expect(trimStyles('@charset "UTF-8";@font-face{src:url(x)}p{font-family:GDS Transport,arial,sans-serif}')).toBe(
      '@charset "UTF-8";p{font-family:var(--obieg-font)}',
    );
  });
});
