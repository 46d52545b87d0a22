import { Mongoose } from 'mongoose';
import type { Connection } from 'mongoose';

/** Milliseconds after which a server that does not answer counts as unreachable. */
const deadline = 5_000;

const majority = { w: 'majority', journal: true } as const;

/**
 * What every transaction promises: it sees one moment and is kept by most members, in their journals, before it is
 * acknowledged. With its retries it may take twice the deadline of one call.
 */
export const transactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: majority,
  timeoutMS: 2 * deadline,
} as const;

/**
 * The one place that says how MongoDB is spoken to; no call says otherwise. Sessions reach the calls inside a
 * transaction by themselves, so that none of them can be forgotten.
 */
export const connect = (uri: string, { patient = false } = {}): Promise<Connection> =>
  new Mongoose({ transactionAsyncLocalStorage: true })
    .createConnection(uri, {
      // Each by itself: an address that says otherwise overrides a `writeConcern`, but not these.
      ...majority,
      readConcernLevel: 'majority',
      readPreference: 'primary',
      retryWrites: true,
      serverSelectionTimeoutMS: deadline,
      connectTimeoutMS: deadline,
      waitQueueTimeoutMS: deadline,
      // Building an index may take long, and is nothing that anybody waits for.
      socketTimeoutMS: patient ? 0 : deadline,
      ignoreUndefined: true,
      promoteBuffers: true,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
    })
    .asPromise();
