import { readLine } from './line.ts';
import type { Numbered } from './line.ts';

/** Settles after so many milliseconds, or never settles once the signal is aborted. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export type LineQueue = {
  /** the next request; `end`: every line is read; `idle`: none came in that time; `changed`: `other` settled first */
  next(milliseconds: number | undefined, other?: Promise<void>): Promise<Numbered | 'end' | 'idle' | 'changed'>;
  /** what is left can be read by nobody any more */ close(): void;
};

/** Reads lines as they come, in the background, so that it can be told whether one is there. */
export const queueLines = (lines: AsyncIterable<string>, pause: Pause): LineQueue => {
  const waiting: Numbered[] = [];
  let ended = false;
  let closed = false;
  let arrived: () => void = () => undefined;
  const pump = async (): Promise<void> => {
    let number = 0;
    try {
      for await (const text of lines) {
        number += 1;
        waiting.push(...readLine(text, number));
        arrived();
        if (closed) return;
      }
    } catch {
      // an input that breaks off is one that has ended
    }
    ended = true;
    arrived();
  };
  void pump();

  const there = (): Numbered | 'end' | undefined => waiting.shift() ?? (ended ? 'end' : undefined);
  return {
    async next(milliseconds, other) {
      for (;;) {
        const first = there();
        if (first !== undefined) return first;
        const waited = new AbortController();
        const events: Promise<'idle' | 'changed' | 'arrived'>[] = [
          new Promise((resolve) => {
            arrived = () => resolve('arrived');
          }),
        ];
        if (milliseconds !== undefined) events.push(pause(milliseconds, waited.signal).then(() => 'idle' as const));
        if (other) events.push(other.then(() => 'changed' as const));
        const event = await Promise.race(events);
        waited.abort();
        if (event === 'arrived') continue;
        return there() ?? event;
      }
    },
    close() {
      closed = true;
    },
  };
};
