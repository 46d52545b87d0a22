import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../../activities/config.ts';
import { claimPort } from '../../../activities/engines/ports.ts';
import { openDataFolder } from '../../../activities/engines/data-folder.ts';
import { openSecrets } from '../../../activities/engines/secrets.ts';
import { startEngines } from '../../../activities/engines/start-engines.ts';
import { systemClock, systemRandom } from '../../../activities/clock.ts';
import { closingOrder } from '../closing.ts';
import type { Closing } from '../closing.ts';
import type { Command, CommandInput, Console } from '../command.ts';
import { divertLibraries, openLog } from '../log.ts';
import { watchPhases } from '../phases.ts';
import type { Phases } from '../phases.ts';
import { noteRunning } from '../running.ts';
import { untilAsked } from '../signals.ts';
import { welcome } from '../welcome.ts';

/** Milliseconds. */
const patience = 5000;

/** Starts everything and runs until it is asked to stop; then stops everything, last opened first. */
export const start: Command = async ({ config, args, console }) => {
  const phases = watchPhases();
  const closing = closingOrder((name, error) => console.complain(`Stopping ${name} failed: ${String(error)}`));
  const asked = untilAsked(() => process.exit(130));
  const opened = open({ config, args, console }, phases, closing);
  try {
    const url = await Promise.race([opened, asked]);
    if (url !== undefined) {
      console.say(welcome(url, config, phases.total()));
      if (config.timings) console.say(phases.report());
      await asked;
    }
    console.say('Stopping…');
  } finally {
    // Asked in the middle of a start: what is being opened gets a moment, so that it closes in its order.
    await Promise.race([opened.catch(() => undefined), sleep(patience)]);
    await closing.run();
  }
  console.say('Stopped. Every case is where it was.');
  return 0;
};

async function open({ config: given, console }: CommandInput, phases: Phases, closing: Closing): Promise<string> {
  const config = await withPort(given);
  const folder = await openDataFolder(config.dataFolder);
  closing.add('data folder', () => folder.release());
  const secrets = openSecrets(folder.path, config.secrets, systemRandom);
  const logger = openLog(config);
  divertLibraries(logger);
  const [engines, { openProduct }] = await Promise.all([
    phases.during('engines', () => enginesOf(config, console, closing)),
    phases.during('program', () => import('../product.ts')),
  ]);
  const running = { temporal: engines.temporal.address, mongod: engines.mongod.address };
  const url = await openProduct({
    config,
    secrets,
    temporalAddress: running.temporal,
    mongoUri: running.mongod,
    assetFolder: join(folder.path, 'cache', 'assets'),
    phases,
    closing,
    logger,
  });
  const note = noteRunning(folder.path, { ...running, url });
  closing.add('note of the run', () => note.forget());
  return url;
}

/** The port is looked at first: nothing is started for a port that cannot be had. */
async function withPort(config: Config): Promise<Config> {
  const port = await claimPort(config.port, 'PORT', config.host);
  return config.port === 0 ? { ...config, port, baseUrl: `http://${config.host}:${port}` } : config;
}

async function enginesOf(config: Config, console: Console, closing: Closing) {
  const engines = await startEngines(config, {
    clock: systemClock,
    tell: ({ engine, what, log }) =>
      console.complain(
        what === 'ended' ? `${engine} ended by itself and is started again; its log is ${log}` : `${engine} runs again`,
      ),
  });
  closing.add('engines', () => engines.stop());
  return engines;
}
