import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSecrets } from '../../../activities/engines/secrets.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'obieg-secrets-'));

describe('the secrets', () => {
  test('are made at the first start and the same at the next', () => {
    const folder = scratch();
    const first = openSecrets(folder, {}, randomBytes);
    expect(openSecrets(folder, {}, randomBytes)).toEqual(first);
    expect(Buffer.from(first.codecKey, 'base64')).toHaveLength(32);
    expect(new Set(Object.values(first)).size).toBe(5);
  });

  test('can be read by their owner alone and leave nothing beside them', () => {
    const folder = scratch();
    openSecrets(folder, {}, randomBytes);
    openSecrets(folder, {}, randomBytes);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('given by the environment win, without being kept', () => {
    const folder = scratch();
    const kept = openSecrets(folder, {}, randomBytes);
    expect(openSecrets(folder, { cookies: 'given' }, randomBytes)).toEqual({ ...kept, cookies: 'given' });
    expect(openSecrets(folder, {}, randomBytes)).toEqual(kept);
  });
});
