import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { EngineName, EngineRelease } from './engine-releases.ts';
import { runCommand } from './run-command.ts';
import type { CommandAnswer } from './run-command.ts';

const probeSeconds = 4;
const downloadSeconds = 600;

/**
 * Asks the vendor's own downloader (Temporal's SDK, mongodb-memory-server) to put the binary into `folder`. It runs as a
 * process of its own, because the SDK's downloader would install its runtime into this one and cannot be stopped.
 */
export async function fetchByOwnDownloader(
  name: EngineName,
  { own }: EngineRelease,
  folder: string,
): Promise<CommandAnswer> {
  if (!(await answers(own.host))) return { ok: false, reason: `${own.host} cannot be reached` };
  const script = fileURLToPath(new URL('own-download-process.ts', import.meta.url));
  const loader = createRequire(import.meta.url).resolve('tsx');
  const run = await runCommand(
    process.execPath,
    ['--import', loader, script, name, own.version, folder],
    downloadSeconds,
  );
  if (!run.ok) return run;
  const path = run.output.trim().split('\n').at(-1) ?? '';
  return access(path).then(
    () => ({ ok: true, output: path }),
    () => ({ ok: false, reason: 'the downloader left no file behind' }),
  );
}

/** Without a way out, a download would hang until its deadline; a connection tells at once. */
const answers = (host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: probeSeconds * 1000 });
    const end = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
