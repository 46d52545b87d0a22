import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Sha256 } from '../../processes/language/ids.ts';

export const sha256 = (content: Uint8Array | string): Sha256 =>
  createHash('sha256').update(content).digest('hex') as Sha256;

/** SHA-256 over RFC 8785 canonical JSON: the same for equal values whatever the order of their keys. */
export const canonicalHash = (value: object): Sha256 => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Expected a JSON value but got one that JSON cannot express');
  return sha256(text);
};
