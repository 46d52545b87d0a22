import type { Failure } from '../../processes/language/failure.ts';
import type { PageContext, Pages } from '../../ui/contract.ts';
import type { Notice } from './notice.ts';
import { drawPage } from './pages.ts';

/** A cookie to set; `value` absent = cleared. */
export type SetCookie = { name: string; value?: string; maxAgeSeconds?: number };

/** What a handler gives back; the door makes JSON or HTML of it. */
export type Answer =
  /** one URL, two representations: `view` as JSON, the page drawn from the same view as HTML */
  | {
      kind: 'page';
      status: number;
      view: unknown;
      draw: (context: PageContext) => string;
      /** JSON clients get this problem instead of the view: the page shows what is wrong in place */
      failure?: Failure;
      cookies?: SetCookie[];
    }
  /** something was done: JSON gets `view`, HTML is sent on to `to` by 303 */
  | { kind: 'done'; to: string; view: unknown; notice?: Notice; cookies?: SetCookie[] }
  /** nothing but a redirect, in both representations */
  | { kind: 'go'; to: string; cookies?: SetCookie[] }
  | { kind: 'file'; bytes: Buffer; mime: string; fileName: string; etag: string; inline: boolean }
  /** one representation only: health, OpenAPI, a model's XML */
  | { kind: 'plain'; status?: number; mime: string; text: string }
  | { kind: 'refused'; failure: Failure };

export const page = <Name extends keyof Pages>(
  name: Name,
  view: Pages[Name],
  more: { status?: number; failure?: Failure; cookies?: SetCookie[] } = {},
): Answer => ({ kind: 'page', status: 200, view, draw: (context) => drawPage(name, context, view), ...more });

export const refused = ({ failure, detail, problems, retryAfterSeconds }: Failure): Answer => ({
  kind: 'refused',
  failure: {
    failure,
    ...(detail === undefined ? {} : { detail }),
    ...(problems === undefined ? {} : { problems }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  },
});

export const json = (value: unknown, status = 200): Answer => ({
  kind: 'plain',
  status,
  mime: 'application/json',
  text: JSON.stringify(value),
});
