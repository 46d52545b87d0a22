import express from 'express';
import type { Express } from 'express';
import type { AppDeps } from '../deps.ts';

/** Built files of the browser. Their names carry their hash, so a browser never has to ask for one twice. */
export function setUpAssets(app: Express, { assets }: AppDeps): void {
  app.use(
    '/assets',
    express.static(assets.folder, {
      index: false,
      redirect: false,
      setHeaders: (response) => void response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
}
