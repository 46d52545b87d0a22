import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { renderSVG } from 'uqr';
import type { CaseEngine } from './casework/case-engine.ts';
import type { CaseActivities, StartActivities } from '../workflows/ports.ts';
import type { Clock, Random } from './clock.ts';
import type { Config } from './config.ts';
import { typstMaker } from './documents/typst-maker.ts';
import { createActivities } from './index.ts';
import type { Store } from './store/store.ts';
import { smtpMailer } from './tasks/mailer.ts';
import { temporalEngine } from './temporal/client.ts';
import { createCodec } from './temporal/codec.ts';
import { installRuntime } from './temporal/worker-runtime.ts';
import type { WorkerLog } from './temporal/worker-runtime.ts';
import { workflowBundle } from './temporal/workflow-bundle.ts';

/** The configuration once engines are found and secrets are open. */
export type WorkerConfig = Pick<Config, 'dataFolder' | 'baseUrl' | 'mail'> & {
  temporal: Required<Config['temporal']>;
  secrets: Required<Pick<Config['secrets'], 'codecKey' | 'verification'>>;
};

export type WorkerDeps = {
  config: WorkerConfig;
  store: Store;
  clock: Clock;
  random: Random;
  log: WorkerLog;
  /** in place of those over the store, for tests */ activities?: CaseActivities & Partial<StartActivities>;
};

/** `finished` settles when the worker ended: after `stop`, or rejected when it can go on no more. */
export type RunningWorker = { stop(): Promise<void>; finished: Promise<void> };

/** About 0.2 MB each; a case that fell out of the cache is replayed from its history in some 10 ms. */
const cachedCases = 600;

const realActivities = (
  { config, store, clock, random }: WorkerDeps,
  engine: CaseEngine,
): CaseActivities & StartActivities => {
  const { smtpUrl, from } = config.mail;
  return createActivities({
    store,
    engine,
    maker: typstMaker({ qrSvg: (url) => renderSVG(url) }),
    ...(smtpUrl === undefined ? {} : { mailer: smtpMailer({ smtpUrl, from }) }),
    clock,
    random,
    baseUrl: config.baseUrl,
    verificationSecret: config.secrets.verification,
  });
};

/** Starts a worker that runs cases and their handlers. `stop` lets what is at work end, for 10 s at most. */
export const startWorker = async (deps: WorkerDeps): Promise<RunningWorker> => {
  const { config, random, log } = deps;
  const { address, namespace, taskQueue } = config.temporal;
  installRuntime(log);
  const codec = createCodec([config.secrets.codecKey], random);
  const engine = temporalEngine({ ...config.temporal, codec, clock: deps.clock });
  const [connection, bundle] = await Promise.all([
    NativeConnection.connect({ address }),
    workflowBundle(join(config.dataFolder, 'cache')),
  ]);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: deps.activities ?? realActivities(deps, engine),
    dataConverter: { payloadCodecs: [codec] },
    maxCachedWorkflows: cachedCases,
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '15 seconds',
  });
  const run = async (): Promise<void> => {
    try {
      await worker.run();
    } finally {
      await Promise.all([connection.close(), engine.close()]);
    }
  };
  const finished = run();
  return {
    finished,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await finished;
    },
  };
};
