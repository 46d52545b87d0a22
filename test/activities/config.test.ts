import { isAbsolute } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../activities/config.ts';
import type { Config } from '../../activities/config.ts';

const loaded = (env: Record<string, string> = {}): Config => {
  const config = loadConfig(env);
  if (!config.ok) throw new Error(`Expected a right environment, but ${config.detail}`);
  return config.value;
};

describe('the configuration', () => {
  test('names every folder in full: engines work in folders of their own', () => {
    const { dataFolder, keyFolder, engines } = loaded({ OBIEG_DATA: 'here', OBIEG_KEYS: 'keys', OBIEG_CACHE: 'cache' });
    expect([dataFolder, keyFolder, engines.cache].filter((path) => !isAbsolute(path))).toEqual([]);
    expect(isAbsolute(loaded().dataFolder)).toBe(true);
  });

  test('takes an empty variable for an absent one', () => {
    expect(loaded({ PORT: '', MONGODB_URI: '' })).toEqual(loaded());
  });

  test('refuses a wrong value by the name of its variable', () => {
    expect(loadConfig({ PORT: 'many', OBIEG_DEMO: 'yes' })).toMatchObject({
      ok: false,
      failure: 'invalidInput',
      problems: [{ at: 'PORT' }, { at: 'OBIEG_DEMO' }],
    });
  });

  test('keeps demo mode out of production, whatever else is said', () => {
    expect(loaded().demo).toBe(true);
    expect(loaded({ OBIEG_DEMO: '0' }).demo).toBe(false);
    expect(loaded({ NODE_ENV: 'production', OBIEG_DEMO: '1' }).demo).toBe(false);
  });
});
