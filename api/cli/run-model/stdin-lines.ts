import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The lines of a stream. It is opened when the first is asked for: lines read before anyone listens would be lost. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Infinity, terminal: false });
}
