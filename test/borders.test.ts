import { describe, expect, test } from '@jest/globals';
import { codeOf, filesUnder, importsOf, productFiles } from './support/source-files.ts';
import type { Import, SourceFile } from './support/source-files.ts';

/** Longest prefix wins: what files of a place may import of ours. */
const mayImport: [place: string, allowed: RegExp][] = [
  ['workflows/engine/', /^(processes\/language|workflows\/engine)\//],
  ['ui/islands/', /^(ui|processes\/language)\//],
  ['processes/', /^processes\//],
  ['workflows/', /^(processes|workflows)\//],
  ['activities/', /^(processes|workflows|activities)\//],
  ['ui/', /^(ui\/|processes\/language\/|workflows\/contract\.ts$)/],
  ['api/', /^(processes|workflows|activities|ui|api)\//],
];

/** Packages that may be imported in these places only. */
const packages: [name: RegExp, places: RegExp][] = [
  [/^(mongoose|mongodb|mongodb-memory-server|nodemailer|node-forge)(\/|$)/, /^activities\//],
  [/^(@cantoo\/|@myriaddreamin\/)/, /^activities\/(documents|signatures)\//],
  [/^@temporalio\/workflow/, /^workflows\/[^/]+\.ts$/],
  [/^@temporalio\/(client|worker|testing)/, /^activities\//],
  [/^(bpmn-js|diagram-js|form-js)/, /^ui\/islands\//],
  [/^(express|helmet|compression|busboy|oidc-provider|openid-client|rate-limiter-flexible)(\/|$)/, /^api\//],
  // The design system's own templates are found by Node's resolution.
  [/^node:/, /^(activities\/|api\/|ui\/parts\/govuk\.ts$)/],
];

/** Where the present moment and chance come from; everything else is given a `Clock` or a `Random`. */
const clockRoots = /^(activities\/clock\.ts|workflows\/[^/]+\.ts|ui\/islands\/)/;
const forbiddenNames = /(^|\/)(utils?|helpers?|common|shared|misc|managers?)(\/|\.|-|$)/i;

const files = productFiles();
const offences = (offends: (file: SourceFile) => string[]): string[] =>
  files.flatMap((file) => offends(file).map((what) => `${file.path}: ${what}`));
const lookFor = (word: RegExp, except: RegExp): string[] =>
  offences((file) => (except.test(file.path) ? [] : (codeOf(file.text).match(word) ?? []).slice(0, 1)));

describe('the house', () => {
  test('has files to judge', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  test('imports run inward only, types included', () => {
    const breaks = ({ path }: SourceFile, { to, own }: Import): boolean => {
      const allowed = mayImport.find(([place]) => path.startsWith(place))?.[1];
      return own && allowed?.test(to) !== true;
    };
    expect(offences((file) => file.imports.filter((each) => breaks(file, each)).map(({ to }) => to))).toEqual([]);
  });

  test('ui knows of running cases by type only', () => {
    const runs = ({ to, typeOnly }: Import) => to.startsWith('workflows/') && !typeOnly;
    const inUi = (file: SourceFile) => (file.path.startsWith('ui/') ? file.imports.filter(runs) : []);
    expect(offences((file) => inUi(file).map(({ to }) => to))).toEqual([]);
  });

  test('the outside world is touched in its place only', () => {
    const strays = ({ path }: SourceFile, { to, own }: Import): boolean =>
      !own && packages.some(([name, places]) => name.test(to) && !places.test(path));
    expect(offences((file) => file.imports.filter((each) => strays(file, each)).map(({ to }) => to))).toEqual([]);
  });

  test('the environment is read in activities/config.ts only', () => {
    expect(lookFor(/process\.env\b/g, /^activities\/config\.ts$/)).toEqual([]);
  });

  test('clock and chance come in as dependencies', () => {
    expect(
      lookFor(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomBytes\(|\brandomUUID\b/g, clockRoots),
    ).toEqual([]);
  });

  test('has no exception from its own rules', () => {
    const exception = /(eslint|oxlint)-disable|@ts-(ignore|expect-error|nocheck)/;
    expect(offences(({ text }) => text.match(exception)?.slice(0, 1) ?? [])).toEqual([]);
  });
});

describe('the size budget', () => {
  const sizes = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const at = (share: number): number => sizes[Math.floor(sizes.length * share)] ?? 0;

  test('half of the files have at most 60 lines and 95 of 100 at most 200', () => {
    expect(at(0.5)).toBeLessThanOrEqual(60);
    expect(at(0.95)).toBeLessThanOrEqual(200);
  });

  test('no file has more than 300 lines, tests included', () => {
    const long = [...files, ...filesUnder('test')].filter(({ lines }) => lines > 300);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('no file or folder has a name that says nothing', () => {
    const paths = [...files, ...filesUnder('test')].map(({ path }) => path);
    expect(paths.filter((path) => forbiddenNames.test(path))).toEqual([]);
    expect(paths.filter((path) => !/^[a-z0-9./-]+$/.test(path))).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test.each([
    ["import type { A } from '../processes/x.ts';", { to: 'processes/x.ts', own: true, typeOnly: true }],
    ["import {\n  a,\n  b,\n} from './y.ts';", { to: 'api/y.ts', own: true, typeOnly: false }],
    ["export { a } from 'mongoose';", { to: 'mongoose', own: false, typeOnly: false }],
    ["import './side.ts';", { to: 'api/side.ts', own: true, typeOnly: false }],
    ["const a = await import('../ui/z.tsx');", { to: 'ui/z.tsx', own: true, typeOnly: false }],
  ])('sees %s', (text, expected) => {
    expect(importsOf('api/app.ts', text)).toEqual([expected]);
  });
});
