import { describe, expect, test } from '@jest/globals';
import { sentenceFor } from '../../../api/cli/sentences.ts';
import type { StartProblemCode } from '../../../activities/engines/start-problem.ts';

const problems: [StartProblemCode, Record<string, string>, string][] = [
  ['configWrong', { variable: 'PORT', reason: 'not a number' }, 'PORT'],
  ['dataFolderUnusable', { path: '/data', reason: 'EROFS' }, 'OBIEG_DATA'],
  ['dataFolderFull', { path: '/data', free: '3', needed: '500' }, 'OBIEG_DATA'],
  ['dataFolderInUse', { path: '/data', pid: '42' }, '42'],
  ['keysUnusable', { path: '/data/keys', reason: 'ENOENT' }, 'OBIEG_KEYS'],
  ['portInUse', { port: '3000', variable: 'PORT', free: '4711' }, 'PORT=4711'],
  ['binaryUnusable', { variable: 'MONGOD_BIN', path: '/nowhere' }, 'MONGOD_BIN'],
  ['binaryNotFound', { name: 'mongod', variable: 'MONGOD_BIN', reasons: 'wheel: pip is not installed' }, 'MONGOD_BIN='],
  ['engineEnded', { name: 'mongod', reason: 'disk full', log: '/data/engine.log' }, '/data/engine.log'],
  ['engineNotReady', { name: 'mongod', seconds: '60', log: '/data/engine.log' }, '/data/engine.log'],
  ['engineUnreachable', { variable: 'TEMPORAL_ADDRESS', address: 'x:1', reason: 'refused' }, 'TEMPORAL_ADDRESS'],
];

describe('the sentence for what stands in the way of a start', () => {
  test.each(problems)('%s is one line, fills every gap and names what to change', (code, values, named) => {
    const sentence = sentenceFor(code, values);
    expect(sentence).toContain(named);
    expect(sentence).not.toMatch(/undefined|\n/);
    for (const value of Object.values(values)) expect(sentence).toContain(value);
  });
});
