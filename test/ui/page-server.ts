import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buildAssets } from '../../ui/build.ts';
import { renderPage } from '../../ui/render.ts';
import { samples } from './page-samples.tsx';
import type { Language } from '../../processes/language/text.ts';

/** What the product sends with every page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'";
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Serves the sample pages at `/<name>/<language>` on the loopback, with their assets and the product's policy. */
export async function servePages(folder: string): Promise<{ url: string; stop: () => void }> {
  const assets = await buildAssets(`${folder}/assets`);
  const draw = (name: string, language: Language): string | undefined => {
    const sample = samples.find((one) => one.name === name);
    return sample && renderPage(sample.draw({ ...sample, language, csrf: 'token', demo: true, assets }));
  };
  const server = createServer((request, response) => {
    const [, first = '', second = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    response.setHeader('Content-Security-Policy', policy);
    if (first === 'assets') {
      response.setHeader('Content-Type', types[second.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      return response.end(readFileSync(`${folder}/assets/${second}`));
    }
    if (first === 'diagram.bpmn') return response.end(readFileSync('processes/stypendium-szkolne/process.bpmn'));
    const page = draw(first, (second || 'pl') as Language);
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    return response.end(page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
