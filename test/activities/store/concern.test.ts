import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';

const folders = ['processes', 'workflows', 'activities', 'api', 'ui'];
const sources = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }));
const thatSay = (pattern: RegExp) => sources.filter(({ source }) => pattern.test(source)).map(({ path }) => path);

describe('what every acknowledged write promises', () => {
  test('is said in one place and overridden nowhere', () => {
    const words = /writeConcern|readConcern|readPreference|wtimeout|\bw:\s*(['"]?\w+['"]?)\s*[,}]|\bjournal:/;
    expect(thatSay(words).filter((path) => path.startsWith('activities/store/'))).toEqual([
      'activities/store/mongo/connection.ts',
    ]);
    const outside = thatSay(/writeConcern|readConcern|readPreference/).filter(
      (path) => !path.startsWith('activities/store/'),
    );
    expect(outside).toEqual([]);
  });

  test('is gone around by the driver’s own collections nowhere but where each call is made part of a transaction', () => {
    expect(thatSay(/\.collection\b/).filter((path) => path.startsWith('activities/store/'))).toEqual([
      'activities/store/mongo/bare.ts',
    ]);
    const bare = readFileSync('activities/store/mongo/bare.ts', 'utf8');
    const calls = [...bare.matchAll(/\brows\.\w+(<\w+>)?\(.*/g)].map(([call]) => call);
    expect(calls.length).toBeGreaterThan(4);
    expect(calls.filter((call) => !call.includes('{ session })'))).toEqual([]);
  });
});
