import { randomBytes } from 'node:crypto';

/** The present moment; the only source of time outside the workflow sandbox. */
export type Clock = () => Date;
/** Cryptographically strong random bytes. */
export type Random = (bytes: number) => Buffer;

/** For composition roots; everything else takes a `Clock` or a `Random`. */
export const systemClock: Clock = () => new Date();
export const systemRandom: Random = (bytes) => randomBytes(bytes);
