import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { Random } from '../clock.ts';

const encoding = 'binary/obieg-sealed';
const worthDeflating = 512;
const maximumInflated = 64 * 1024 * 1024;

type Key = { id: string; bytes: Buffer };
const keyOf = (base64: string): Key => {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new Error(`Expected a codec key of 32 bytes but got ${bytes.length}`);
  return { id: createHash('sha256').update('obieg codec').update(bytes).digest('hex').slice(0, 12), bytes };
};

const text = (value: Uint8Array | null | undefined): string => (value ? Buffer.from(value).toString('utf8') : '');

/** Metadata and data of a payload as one byte string: length of the metadata, metadata as JSON, data. */
const pack = ({ metadata, data }: Payload): Buffer => {
  const entries = Object.entries(metadata ?? {}).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  // what the sandbox of workflows gives of no bytes is an array: it has no Buffer
  return Buffer.concat([length, head, Buffer.from(data ?? [])]);
};

const unpack = (packed: Buffer): Payload => {
  const end = 4 + packed.readUInt32BE(0);
  const head = JSON.parse(packed.subarray(4, end).toString('utf8')) as Record<string, string>;
  const metadata = Object.entries(head).map(([key, value]) => [key, Buffer.from(value, 'base64')] as const);
  return { metadata: Object.fromEntries(metadata), data: packed.subarray(end) };
};

const seal = (payload: Payload, key: Key, random: Random): Payload => {
  const plain = pack(payload);
  const deflated = plain.length >= worthDeflating;
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
  const sealed = [cipher.update(deflated ? deflateRawSync(plain, { level: 3 }) : plain), cipher.final()];
  return {
    metadata: {
      encoding: Buffer.from(encoding),
      'encryption-key-id': Buffer.from(key.id),
      ...(deflated ? { deflated: Buffer.from('1') } : {}),
    },
    data: Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]),
  };
};

const open = ({ metadata, data }: Payload, keys: Key[]): Payload => {
  const id = text(metadata?.['encryption-key-id']);
  const key = keys.find((each) => each.id === id);
  if (!key) throw new Error(`Expected the codec key ${id} but it is not configured`);
  const bytes = Buffer.from(data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return unpack(metadata?.['deflated'] ? inflateRawSync(plain, { maxOutputLength: maximumInflated }) : plain);
};

/**
 * Seals everything that Temporal stores (inputs, updates, results, summaries) with AES-256-GCM, so that no personal data lies
 * in its database. Keys are 32 bytes in base64; the first one seals, all of them open, so that a key can be changed.
 */
export const createCodec = (keys: [string, ...string[]], random: Random): PayloadCodec => {
  const known = keys.map(keyOf);
  const [current] = known;
  if (!current) throw new Error('Expected a codec key but got none');
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, current, random)),
    decode: async (payloads) =>
      payloads.map((payload) => (text(payload.metadata?.['encoding']) === encoding ? open(payload, known) : payload)),
  };
};
