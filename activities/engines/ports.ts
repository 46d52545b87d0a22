import { createServer } from 'node:net';
import { StartProblem } from './start-problem.ts';

const listen = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });

/** A port that nobody listens on at this moment. */
export const freePort = (host = '127.0.0.1'): Promise<number> => listen(0, host);

/** Whether somebody could listen on the port now. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listen(port, host);
    return true;
  } catch {
    return false;
  }
}

/** `wanted` if it is free, else `portInUse` naming the variable that chooses another; 0 = any free one. */
export async function claimPort(wanted: number, variable: string, host = '127.0.0.1'): Promise<number> {
  if (wanted === 0) return freePort(host);
  if (await isFree(wanted, host)) return wanted;
  throw new StartProblem('portInUse', { port: String(wanted), variable, free: String(await freePort(host)) });
}
