import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createApp } from './app.ts';
import { fail, ok } from '../processes/language/failure.ts';
import type { AppDeps } from './deps.ts';
import type { Result } from '../processes/language/failure.ts';

export type RunningServer = {
  /** where it listens, without a slash at its end */
  url: string;
  /** takes no new connection, lets running requests end for ten seconds, then cuts them off */
  stop(): Promise<void>;
};

/** Milliseconds. */
const patience = 10_000;

/** Starts listening, on loopback unless told otherwise. A port in use is `invalidInput` with a sentence that names it. */
export function startServer(
  deps: AppDeps,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<Result<RunningServer>> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 }, createApp(deps));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''];
      if (!reason) return reject(error);
      const at = `${host}:${port}`;
      resolve(fail('invalidInput', { detail: `${at} ${reason}`, problems: [{ at: 'PORT', code: error.code ?? '' }] }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const listening = typeof address === 'object' && address ? address.port : port;
      resolve(ok({ url: `http://${host}:${listening}`, stop: () => stopServer(server) }));
    });
  });
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'is in use by another program: stop it, or choose another port with PORT',
  EACCES: 'needs rights this user does not have: choose a port above 1023 with PORT',
  EADDRNOTAVAIL: 'is not an address of this machine: choose another with OBIEG_HOST',
};

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
