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
});

export type Config = {
  /** folder of everything this machine keeps: engines' data, secrets, caches, logs */
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
  };
};

type Variables = z.infer<typeof variables>;
type Given = Readonly<Record<string, string | undefined>>;

const present = <Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string });

const configOf = (env: Variables): Config => ({
  dataFolder: env.OBIEG_DATA,
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
