import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Histories as JSON that gives back exactly what Temporal's protocol needs. The SDK's own historyToJSON throws where npm
 * installs protobufjs more than once, as it does here.
 */
type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };
const bytesKey = '$bytes';

const plain = (value: unknown): Plain => {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (value instanceof Uint8Array) return { [bytesKey]: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') throw new Error(`Expected plain values but got a ${typeof value}`);
  if ('toNumber' in value && typeof value.toNumber === 'function') return Number(value.toNumber());
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
};

const revive = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && bytesKey in value
    ? Buffer.from(String(value[bytesKey]), 'base64')
    : value;

export type History = { events: Record<string, unknown>[] };

export const writeHistory = (path: string, history: object): void =>
  // Stack traces name files of the product, not where it lay on the machine that recorded them.
  writeFileSync(path, `${JSON.stringify(plain({ ...history })).replaceAll(`${process.cwd()}/`, '')}\n`);

export const readHistory = (path: string): History => JSON.parse(readFileSync(path, 'utf8'), revive) as History;
