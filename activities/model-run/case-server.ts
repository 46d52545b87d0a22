import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { findEngine } from '../engines/find-engine.ts';
import { freePort } from '../engines/ports.ts';
import { startTemporal } from '../engines/start-engines.ts';
import { superviseEngine } from '../engines/supervised-engine.ts';

export type CaseServer = { address: string; namespace: string; skipsTime: boolean; stop(): Promise<void> };

const quiet = (): void => undefined;

const answers = async (address: string): Promise<void> => {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  await connection.close();
};

/** The server of Temporal's own tests, whose clock can be moved. It knows the namespace `default` and keeps nothing. */
const startSkipping = async (config: Config, folder: string): Promise<CaseServer> => {
  const { path: binary } = await findEngine('temporal-test-server', config);
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const command = { binary, folder, args: [String(port)] };
  const server = await superviseEngine('temporal-test-server', command, () => answers(address), quiet);
  return { address, namespace: 'default', skipsTime: true, stop: () => server.stop() };
};

const startDevServer = async (config: Config, dataFolder: string): Promise<CaseServer> => {
  const server = await startTemporal({ ...config, dataFolder }, { clock: systemClock, tell: quiet });
  return { ...server, namespace: config.temporal.namespace, skipsTime: false, stop: () => server.stop() };
};

/** A Temporal server for one case, in a folder that is gone when it stops. */
export const startCaseServer = async (config: Config, skipsTime: boolean): Promise<CaseServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'obieg-model-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await (skipsTime ? startSkipping : startDevServer)(config, folder);
    return {
      ...server,
      async stop() {
        await server.stop();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
};
