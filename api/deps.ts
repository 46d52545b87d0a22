import type { Logger } from 'pino';
import type { CaseEngine } from '../activities/casework/case-engine.ts';
import type { Clock, Random } from '../activities/clock.ts';
import type { Office } from '../activities/casework/office.ts';
import type { Store } from '../activities/store/store.ts';
import type { Limits } from './http/limits.ts';

export type ApiConfig = {
  /** origin under which people reach the product, e.g. `https://obieg.example.pl`; no path */
  baseUrl: string;
  /** signs visitors in as demo people with one click; refused together with `production` */
  demo: boolean;
  /** NODE_ENV=production */
  production: boolean;
  /** true behind TLS: `__Host-` cookies with Secure, HSTS; false only on loopback */
  secureCookies: boolean;
  /** at least 32 characters each */
  secrets: { cookies: string; openIdClient: string };
  /** the issuer people sign in at; the embedded one when absent, which needs `demo` */
  openId?: { issuer: string; clientId: string };
  /** number of reverse proxies in front whose `X-Forwarded-*` are believed; none when absent */
  trustedProxies?: number;
};

/** Built files of the browser by logical name: `style.css` → `/assets/style-9f8a.css`, and the folder they lie in. */
export type Assets = { folder: string; files: Record<string, string> };

/** All that the doors open on. The store is only for sessions, people and units; casework goes through the office. */
export type AppDeps = {
  office: Office;
  store: Pick<Store, 'sessions' | 'people' | 'units' | 'ping'>;
  engine: Pick<CaseEngine, 'ping'>;
  clock: Clock;
  random: Random;
  config: ApiConfig;
  logger: Logger;
  limits: Limits;
  assets: Assets;
};
