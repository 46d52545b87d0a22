import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { raw } from './raw.ts';
import type { GovukParams, MojParams } from './component-params.ts';
import type { VNode } from 'preact';

const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(resolve(`${name}/package.json`));

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([join(folderOf('govuk-frontend'), 'dist'), folderOf('@ministryofjustice/frontend')]),
  { autoescape: true },
);
// The MoJ timeline passes its time through a filter that only its own site has; we hand it the sentence to show as `format`.
environment.addFilter('date', (_timestamp: string, format: string) => format);

/** A component of GOV.UK Frontend, drawn by the library's own template. */
export const Govuk = <Name extends keyof GovukParams>({
  name,
  params,
}: {
  name: Name;
  params: GovukParams[Name];
}): VNode => raw(environment.render(`govuk/components/${name}/template.njk`, { params }));

/** A component of MoJ Frontend, the casework layer, drawn by the library's own template. */
export const Moj = <Name extends keyof MojParams>({ name, params }: { name: Name; params: MojParams[Name] }): VNode =>
  raw(environment.render(`moj/components/${name}/template.njk`, { params }));
