import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../processes/language/failure.ts';
import type { Result } from '../processes/language/failure.ts';

const secret = z.string().min(32);
const aesKey = z.base64().refine((value) => Buffer.from(value, 'base64').length === 32);
const port = z.coerce.number().int().min(0).max(65_535);

/** Every variable the product reads. An empty one counts as absent. */
const variables = z.object({
  OBIEG_DATA: z.string().default('.obieg'),
  OBIEG_HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  OBIEG_BASE_URL: z.url().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TASK_QUEUE: z.string().default('obieg'),
  MONGODB_URI: z.string().optional(),
  SMTP_URL: z.url().optional(),
  OBIEG_MAIL_FROM: z.email().default('obieg@localhost.localdomain'),
  OBIEG_CODEC_KEY: aesKey.optional(),
  OBIEG_VERIFICATION_SECRET: secret.optional(),
  OBIEG_COOKIE_SECRET: secret.optional(),
  OBIEG_CODE_PEPPER: secret.optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().default('obieg'),
  OIDC_CLIENT_SECRET: secret.optional(),
  OBIEG_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).optional(),
  OBIEG_KEYS: z.string().optional(),
  OBIEG_DEMO: z.enum(['0', '1']).optional(),
  OBIEG_TIMINGS: z.enum(['0', '1']).default('0'),
  OBIEG_CACHE: z.string().optional(),
  OBIEG_TEMPORAL_PORT: port.default(0),
  OBIEG_MONGOD_PORT: port.default(0),
  TEMPORAL_BIN: z.string().optional(),
  TEMPORAL_TEST_SERVER_BIN: z.string().optional(),
  MONGOD_BIN: z.string().optional(),
  HOME: z.string().optional(),
  PATH: z.string().default(''),
  NODE_ENV: z.string().optional(),
});

export type Config = {
  /** folder of everything this machine keeps: engines' data, secrets, caches, logs. Absolute, as every path here */
  dataFolder: string;
  host: string;
  port: number;
  /** address people type and documents print, without a slash at its end */
  baseUrl: string;
  /** an address that is absent means: start the engine here */
  temporal: { address?: string; namespace: string; taskQueue: string };
  mongodbUri?: string;
  mail: { smtpUrl?: string; from: string };
  /** absent secrets are made at first start and kept in the data folder */
  secrets: {
    /** 32 bytes in base64: AES-256-GCM over everything Temporal stores */ codecKey?: string;
    /** keys the verification codes of documents */ verification?: string;
    /** seals what pages keep in the browser */ cookies?: string;
    /** keys the hashes of tracking codes */ codePepper?: string;
    /** proves this product to the sign-in provider */ openIdClient?: string;
  };
  /** the office's own OpenID provider; the embedded one of the demo city when absent */
  openId?: { issuer: string; clientId: string };
  /** reverse proxies in front whose `X-Forwarded-*` are believed */
  trustedProxies?: number;
  /** NODE_ENV=production: no demo city, no embedded sign-in */
  production: boolean;
  /** folder of the signing keys; `keys` in the data folder when absent */
  keyFolder: string;
  /** one-click sign-in as an invented person; impossible with NODE_ENV=production */
  demo: boolean;
  /** print how long each part of the start took */
  timings: boolean;
  engines: {
    /** port 0 = any free one */ temporalPort: number;
    mongodPort: number;
    /** binaries named by hand, by the variable that named them */
    binaries: Partial<Record<'TEMPORAL_BIN' | 'TEMPORAL_TEST_SERVER_BIN' | 'MONGOD_BIN', string>>;
    searchPath: string[];
    /** where fetched binaries are kept: OBIEG_CACHE, or a folder in the home folder */
    cache: string;
  };
};

type Variables = z.infer<typeof variables>;
type Given = Readonly<Record<string, string | undefined>>;

const present = <Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string });

const configOf = (env: Variables): Config => ({
  dataFolder: resolve(env.OBIEG_DATA),
  host: env.OBIEG_HOST,
  port: env.PORT,
  baseUrl: (env.OBIEG_BASE_URL ?? `http://${env.OBIEG_HOST}:${env.PORT}`).replace(/\/+$/, ''),
  temporal: {
    ...present('address', env.TEMPORAL_ADDRESS),
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue: env.TEMPORAL_TASK_QUEUE,
  },
  ...present('mongodbUri', env.MONGODB_URI),
  mail: { ...present('smtpUrl', env.SMTP_URL), from: env.OBIEG_MAIL_FROM },
  secrets: {
    ...present('codecKey', env.OBIEG_CODEC_KEY),
    ...present('verification', env.OBIEG_VERIFICATION_SECRET),
    ...present('cookies', env.OBIEG_COOKIE_SECRET),
    ...present('codePepper', env.OBIEG_CODE_PEPPER),
    ...present('openIdClient', env.OIDC_CLIENT_SECRET),
  },
  ...(env.OIDC_ISSUER === undefined ? {} : { openId: { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID } }),
  ...(env.OBIEG_TRUSTED_PROXIES === undefined ? {} : { trustedProxies: env.OBIEG_TRUSTED_PROXIES }),
  production: env.NODE_ENV === 'production',
  keyFolder: resolve(env.OBIEG_KEYS ?? join(env.OBIEG_DATA, 'keys')),
  demo: env.OBIEG_DEMO !== '0' && env.NODE_ENV !== 'production',
  timings: env.OBIEG_TIMINGS === '1',
  engines: {
    temporalPort: env.OBIEG_TEMPORAL_PORT,
    mongodPort: env.OBIEG_MONGOD_PORT,
    binaries: {
      ...present('TEMPORAL_BIN', env.TEMPORAL_BIN),
      ...present('TEMPORAL_TEST_SERVER_BIN', env.TEMPORAL_TEST_SERVER_BIN),
      ...present('MONGOD_BIN', env.MONGOD_BIN),
    },
    searchPath: env.PATH.split(delimiter).filter((folder) => folder !== ''),
    cache: resolve(env.OBIEG_CACHE ?? `${env.HOME ?? homedir()}/.cache/obieg`),
  },
});

/** The configuration, or `invalidInput` with one problem per variable, named in `at`. The only reader of the environment. */
export const loadConfig = (env: Given = process.env): Result<Config> => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (parsed.success) return ok(configOf(parsed.data));
  const problems = parsed.error.issues.map((issue) => ({
    at: issue.path.join('.'),
    code: 'config.invalid',
    values: { reason: issue.message },
  }));
  return fail('invalidInput', { detail: `Wrong environment: ${problems.map(({ at }) => at).join(', ')}`, problems });
};
