import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection.js';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { systemClock } from '../clock.ts';
import type { CaseServer } from './case-server.ts';
import type { Instant } from '../../processes/language/ids.ts';

/** A connection that also speaks to the clock, where the server has one that can be moved. */
export const connectTo = ({ address, skipsTime }: CaseServer): Promise<Connection> => {
  const options: InternalConnectionOptions = {
    address,
    [InternalConnectionOptionsSymbol]: { supportsTestService: skipsTime },
  };
  return Connection.connect(options);
};

export type ServerClock = {
  /** as it was last read */ now(): Instant;
  read(): Promise<Instant>;
  /** lets so much time pass: at once where the server can skip it */ pass(milliseconds: number): Promise<void>;
};

/** The clock of a Temporal server, which the server of Temporal's tests can move. */
export const createServerClock = async ({ testService }: Connection): Promise<ServerClock> => {
  let now = systemClock().getTime();
  const read = async (): Promise<Instant> => {
    if (testService) now = tsToMs((await testService.getCurrentTime({})).time);
    else now = systemClock().getTime();
    return new Date(now).toISOString();
  };
  await read();
  return {
    now: () => new Date(now).toISOString(),
    read,
    async pass(milliseconds) {
      if (milliseconds <= 0) return;
      if (testService) await testService.unlockTimeSkippingWithSleep({ duration: msToTs(milliseconds) });
      else await sleep(milliseconds);
      await read();
    },
  };
};
