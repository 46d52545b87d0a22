import { describe, expect, test } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import { systemRandom } from '../../../activities/clock.ts';
import { createCodec } from '../../../activities/temporal/codec.ts';

const oldKey = Buffer.alloc(32, 1).toString('base64');
const newKey = Buffer.alloc(32, 2).toString('base64');
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const valueOf = (payload: Payload | undefined): unknown => payload && defaultPayloadConverter.fromPayload(payload);
const seal = async (value: unknown, key = oldKey): Promise<Payload> => {
  const [sealed] = await createCodec([key], systemRandom).encode([payloadOf(value)]);
  if (!sealed) throw new Error('Expected a payload');
  return sealed;
};

describe('the codec', () => {
  test.each([
    ['a short text', 'Zażółć gęślą jaźń'],
    ['a long object', { rows: Array.from({ length: 500 }, (_, row) => ({ row, name: 'Żółć' })) }],
    ['nothing', null],
  ])('gives back %s', async (_, value) => {
    const [opened] = await createCodec([oldKey], systemRandom).decode([await seal(value)]);
    expect(valueOf(opened)).toEqual(value);
  });

  test('seals what has no bytes, also as the sandbox of workflows gives it', async () => {
    const codec = createCodec([oldKey], systemRandom);
    const nothing = { ...payloadOf(undefined), data: [] as unknown as Uint8Array };
    const [opened] = await codec.decode(await codec.encode([nothing]));
    expect(opened && valueOf(opened)).toBeUndefined();
  });

  test('shows no word of what it seals, and seals the same thing differently each time', async () => {
    const [one, two] = [await seal('Gęślą'), await seal('Gęślą')];
    expect(Buffer.from(one.data ?? []).includes('Gęślą')).toBe(false);
    expect(Buffer.from(one.data ?? []).equals(Buffer.from(two.data ?? []))).toBe(false);
  });

  test('makes large payloads smaller', async () => {
    const value = { rows: Array.from({ length: 500 }, () => 'the same again') };
    expect((await seal(value)).data?.length).toBeLessThan((payloadOf(value).data?.length ?? 0) / 5);
  });

  test('opens with an older key what the newer one does not seal', async () => {
    const [opened] = await createCodec([newKey, oldKey], systemRandom).decode([await seal('x', oldKey)]);
    expect(valueOf(opened)).toBe('x');
  });

  test('refuses a key it does not know, and a payload that was changed', async () => {
    await expect(createCodec([newKey], systemRandom).decode([await seal('x', oldKey)])).rejects.toThrow('codec key');
    const sealed = await seal('x');
    sealed.data?.set([(sealed.data.at(-1) ?? 0) ^ 1], sealed.data.length - 1);
    await expect(createCodec([oldKey], systemRandom).decode([sealed])).rejects.toThrow();
  });

  test('leaves alone what it did not seal', async () => {
    const plain = payloadOf('plain');
    expect(await createCodec([oldKey], systemRandom).decode([plain])).toEqual([plain]);
  });

  test('demands a key of 32 bytes', () => {
    expect(() => createCodec([Buffer.alloc(16).toString('base64')], systemRandom)).toThrow('32 bytes');
  });
});
