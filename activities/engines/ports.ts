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

/** Whether somebody could listen on the port now. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listen(port, host);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ports below those that systems hand out for outgoing connections (from 32,768 on Linux): one that was free a moment ago
 * is not taken by a connection meanwhile. Each process begins at a place of its own and never offers a port twice.
 */
const offered = { first: 20_000, count: 12_000 };
let next = (process.pid * 37) % offered.count;

/** A port that nobody listens on at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tried = 0; tried < offered.count; tried++) {
    const port = offered.first + next;
    next = (next + 1) % offered.count;
    if (await isFree(port, host)) return port;
  }
  return listen(0, host);
}

/** `wanted` if it is free, else `portInUse` naming the variable that chooses another; 0 = any free one. */
export async function claimPort(wanted: number, variable: string, host = '127.0.0.1'): Promise<number> {
  if (wanted === 0) return freePort(host);
  if (await isFree(wanted, host)) return wanted;
  throw new StartProblem('portInUse', { port: String(wanted), variable, free: String(await freePort(host)) });
}
