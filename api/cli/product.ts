import type { Logger } from 'pino';
import { connect } from '../../activities/store/mongo/connection.ts';
import type { Config } from '../../activities/config.ts';
import type { Secrets } from '../../activities/engines/secrets.ts';
import { mongoStore } from '../../activities/store/mongo-store.ts';
import { seedDemo } from '../../activities/demo-city/seed.ts';
import { startSweeper } from '../../activities/casework/starting/sweeper.ts';
import { startWorker } from '../../activities/worker.ts';
import type { RunningWorker } from '../../activities/worker.ts';
import { systemClock, systemRandom } from '../../activities/clock.ts';
import type { Store } from '../../activities/store/store.ts';
import type { ApiConfig, Assets } from '../deps.ts';
import { buildAssets } from '../../ui/build.ts';
import { mongoLimits } from '../http/limits.ts';
import { startServer } from '../server.ts';
import { deployCatalogue } from './catalogue.ts';
import { openCasework } from './casework.ts';
import type { Casework } from './casework.ts';
import type { Closing } from './closing.ts';
import { keepWorker } from './keep-worker.ts';
import type { Phases } from './phases.ts';

export type Opening = {
  config: Config;
  secrets: Secrets;
  temporalAddress: string;
  mongoUri: string;
  /** where the browser's files are built */
  assetFolder: string;
  phases: Phases;
  closing: Closing;
  logger: Logger;
};

/** Opens store, office, worker, sweeper and pages over running engines; answers where the pages are. */
export async function openProduct(opening: Opening): Promise<string> {
  const { config, secrets, temporalAddress, mongoUri, assetFolder, phases, closing, logger } = opening;
  const store = await phases.during('store', () => mongoStore(mongoUri));
  closing.add('store', () => store.close());
  const casework = await openCasework(config, secrets, store, temporalAddress);
  closing.add('engine client', () => casework.close());
  const [files] = await Promise.all([
    phases.during('assets', () => buildAssets(assetFolder)),
    phases.during('worker', () => openWorker(opening, store)),
    phases.during('catalogue', () => deployCatalogue(casework.office)),
    phases.during('demo city', async () => config.demo && (await seedDemo(store))),
  ]);
  const sweeper = startSweeper(casework.desk, 5000, (error) => logger.error({ err: error }, 'the sweeper failed'));
  closing.add('sweeper', () => sweeper.stop());
  return phases.during('pages', () => openPages(opening, store, casework, { folder: assetFolder, files }));
}

async function openWorker(opening: Opening, store: Store): Promise<void> {
  const { config, secrets, temporalAddress, closing, logger } = opening;
  const start = (): Promise<RunningWorker> =>
    startWorker({
      config: { ...config, temporal: { ...config.temporal, address: temporalAddress }, secrets },
      store,
      clock: systemClock,
      random: systemRandom,
      log: ({ level, message }) => logger[level === 'ERROR' ? 'error' : 'warn'](message),
    });
  const kept = await keepWorker(start, (error) =>
    logger.error({ err: error }, 'the worker ended and is started again'),
  );
  closing.add('worker', () => kept.stop());
}

async function openPages(opening: Opening, store: Store, { office, desk }: Casework, assets: Assets): Promise<string> {
  const { config, secrets, mongoUri, closing, logger } = opening;
  const shared = await connect(mongoUri);
  closing.add('rate limits', () => shared.close());
  const deps = {
    office,
    store,
    engine: desk.engine,
    clock: systemClock,
    random: systemRandom,
    config: apiConfig(config, secrets),
    logger,
    limits: mongoLimits(shared),
    assets,
  };
  const server = await startServer(deps, { port: config.port, host: config.host });
  if (!server.ok) throw new Error(`Expected to listen, but ${server.detail ?? server.failure}`);
  closing.add('pages', () => server.value.stop());
  return server.value.url;
}

const apiConfig = (config: Config, secrets: Secrets): ApiConfig => ({
  baseUrl: config.baseUrl,
  demo: config.demo,
  production: config.production,
  secureCookies: config.baseUrl.startsWith('https:'),
  secrets: { cookies: secrets.cookies, openIdClient: secrets.openIdClient },
  ...(config.openId === undefined ? {} : { openId: config.openId }),
  ...(config.trustedProxies === undefined ? {} : { trustedProxies: config.trustedProxies }),
});
