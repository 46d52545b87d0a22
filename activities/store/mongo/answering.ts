import { Error as MongooseError, mongo } from 'mongoose';
import { StoreUnavailable } from '../unavailable.ts';

const outOfReach = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoOperationTimeoutError,
  mongo.MongoNotConnectedError,
  MongooseError.MongooseServerSelectionError,
];
/** The driver says of these that the same call may succeed later. */
const passing = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

/** Not exported by the driver: nothing became free in the pool in time. */
const noConnection = 'MongoWaitQueueTimeoutError';

/** A database that does not answer now and may later. A bulk write hides what the driver met in an error of its own. */
export const isPassing = (error: unknown): boolean =>
  outOfReach.some((kind) => error instanceof kind) ||
  (error instanceof mongo.MongoDriverError && error.name === noConnection) ||
  (error instanceof mongo.MongoError && passing.some((label) => error.hasErrorLabel(label))) ||
  (error instanceof mongo.MongoServerError && error.errorResponse instanceof Error && isPassing(error.errorResponse));

/** Runs a call; a database that does not answer becomes `StoreUnavailable`. */
export async function answering<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw isPassing(error) ? new StoreUnavailable(error) : error;
  }
}

type Call = (...given: never[]) => Promise<unknown>;

/** The same functions, each of them answering. */
export const allAnswering = <Group extends object>(group: Group): Group =>
  Object.fromEntries(
    Object.entries(group).map(([name, call]: [string, Call]) => [
      name,
      (...given: never[]) => answering(() => call(...given)),
    ]),
  ) as Group;
