import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * The lines of a stream, until it ends or the signal is given. It is opened when the first is asked for: lines read before
 * anyone listens would be lost.
 */
export async function* linesOf(input: Readable, signal: AbortSignal): AsyncGenerator<string> {
  yield* createInterface({ input, signal, crlfDelay: Infinity, terminal: false });
}
