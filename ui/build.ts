import { build } from 'esbuild';
import { trimStyles } from './trim-styles.ts';
import type { Plugin } from 'esbuild';

/** Logical name → source. The names are what pages ask for. */
const sources: Record<string, string> = {
  'style.css': 'styles/style.css',
  'casework.css': 'styles/casework.css',
  'diagram.css': 'styles/diagram.css',
  'mark.svg': 'parts/mark.svg',
  'page.js': 'islands/page.ts',
  'draft.js': 'islands/draft.ts',
  'diagram.js': 'islands/diagram.ts',
};
/** Where the server hands the files out. */
const address = '/assets/';
const here = decodeURIComponent(new URL('.', import.meta.url).pathname);

/**
 * Builds everything the browser needs into a folder, each file named by its content, and returns the addresses by logical
 * name (`style.css` → `/assets/style-9F8A.css`). Takes well under a second. Throws when a source does not build.
 */
export async function buildAssets(outDir: string): Promise<Record<string, string>> {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: Object.values(sources).map((source) => ({ in: source, out: nameOf(source) })),
    outdir: outDir,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: address,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    external: [`${address}*`],
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [libraryStyles],
  });
  const built = new Map(
    Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[entryPoint, address + (file.split('/').at(-1) ?? '')]],
    ),
  );
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, addressOf(source, built)]));
}

const nameOf = (source: string): string =>
  source
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '') ?? source;

const addressOf = (source: string, built: Map<string, string>): string => {
  const found = built.get(source);
  if (found === undefined)
    throw new Error(`Expected ${source} to be built, but it is not among ${[...built.keys()].join(', ')}`);
  return found;
};

/** Library styles without the parts we do not use; read through esbuild, so that nothing here touches the disk. */
const libraryStyles: Plugin = {
  name: 'library-styles',
  setup(within) {
    within.onLoad({ filter: /(govuk|moj)-frontend\.min\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        write: false,
        minifyWhitespace: true,
        logLevel: 'silent',
      });
      return { contents: trimStyles(outputFiles[0]?.text ?? ''), loader: 'css' };
    });
  },
};
