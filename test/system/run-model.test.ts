import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from '@jest/globals';
import { startEngineCase } from '../../activities/model-run/engine-case.ts';
import type { Outcome } from '../../api/cli/run-model/outcome.ts';
import { runModel } from '../../api/cli/run-model/run-model.ts';
import { definitions, fileOf, playFile, process as drawn, stream } from '../api/cli/run-model/playing.ts';
import { ownConfig, removeScratch, scratchFolder } from '../support/engine-config.ts';
import { boundary, error, handler, message, node, script, timer } from '../workflows/engine/drawing.ts';

const config = ownConfig(scratchFolder('run-model'));
const foldersLeft = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('obieg-model-'));
const before = foldersLeft();

afterAll(() => {
  removeScratch();
  expect(foldersLeft().filter((name) => !before.includes(name) && existsSync(`${tmpdir()}/${name}`))).toEqual([]);
});

/** The same on a real Temporal server. */
const onServer = (file: string, lines: string[], args: string[]): Promise<Outcome> =>
  runModel([file, ...args], {
    lines: stream(lines),
    console: { say: () => undefined, complain: () => undefined },
    clock: () => new Date(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    startEngineCase: (beginning, options) => startEngineCase(config, beginning, options.settings.skipTime),
  });

/** Everything but when it happened. */
const timeless = (outcome: Outcome): unknown =>
  JSON.parse(JSON.stringify(outcome), (key, value: unknown) => (key === 'time' || key === 'dueAt' ? '' : value));

const start = node('startEvent', 'begin');
const end = node('endEvent', 'done');
const check = node('userTask', 'check');
const loop = (inside: string, more = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${more}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
const cardinality = (count: number): string => `<bpmn:loopCardinality>${count}</bpmn:loopCardinality>`;
const wait = (id: string, duration: string): string =>
  node('intermediateCatchEvent', id, timer('timeDuration', duration));
const bell = '<bpmn:signalEventDefinition signalRef="bellSignal"/>';
const late = boundary('late', 'check', timer('timeDuration', 'PT2H'));
const charge = start + node('serviceTask', 'charge', handler('charge')) + end;
const charging = 'begin -> charge\ncharge -> done';
const gateway = (type: string, id: string, more = ''): string => node(type, id, '', more);

type Sample = [name: string, inside: string, flows: string, lines?: object[], args?: string[]];
const samples: Sample[] = [
  ['a script', start + script('sum', '=1 + 2', 'a') + end, 'begin -> sum\nsum -> done'],
  [
    'a task and a refused line',
    start + check + end,
    'begin -> check\ncheck -> done',
    [{ complete: 'x' }, { complete: 'check', vars: { ok: true }, as: 'anna' }, { complete: 'check' }],
  ],
  [
    'timers that are skipped',
    start + wait('a', 'PT1H') + wait('b', 'P30D') + end,
    'begin -> a\na -> b\nb -> done',
    [],
    ['--skip-time'],
  ],
  [
    'time that is moved without being skipped',
    start + wait('a', 'PT1H') + wait('b', 'PT1H') + end,
    'begin -> a\na -> b\nb -> done',
    [{ advance: 'PT90M' }],
  ],
  [
    'a deadline',
    start + check + late + end + node('endEvent', 'tooLate'),
    'begin -> check\ncheck -> done\nlate -> tooLate',
    [],
    ['--skip-time'],
  ],
  [
    'a reminder that does not interrupt',
    start +
      check +
      boundary('again', 'check', timer('timeCycle', 'R3/PT1H'), false) +
      end +
      node('endEvent', 'reminded'),
    'begin -> check\ncheck -> done\nagain -> reminded',
    [{ advance: 'PT2H30M' }, { complete: 'check' }],
  ],
  ['a handler that answers', charge, charging, [{ complete: 'charge', vars: { paid: 3 } }]],
  ['a handler that nobody answers', charge, charging],
  [
    'a handler that throws',
    charge + boundary('failed', 'charge', error('errorA')) + node('endEvent', 'unpaid'),
    `${charging}\nfailed -> unpaid`,
    [{ fail: 'charge', error: 'A' }],
  ],
  [
    'a handler that fails and is tried again',
    charge,
    charging,
    [{ fail: 'charge', detail: 'no network' }, { retry: 'charge' }, { complete: 'charge' }],
  ],
  [
    'a handler that is too slow',
    charge + boundary('slow', 'charge', timer('timeDuration', 'PT5M')) + node('endEvent', 'unpaid'),
    `${charging}\nslow -> unpaid`,
    [],
    ['--skip-time'],
  ],
  [
    'an incident',
    start + script('sum', '=1 + missing', 'a') + end,
    'begin -> sum\nsum -> done',
    [{ retry: 'sum', vars: { missing: 'no number' } }],
  ],
  [
    'a message that comes early',
    start + check + node('receiveTask', 'get', '', 'messageRef="letterMessage"') + end,
    'begin -> check\ncheck -> get\nget -> done',
    [{ message: 'letter', vars: { a: 1 } }, { complete: 'check' }],
  ],
  [
    'a process that a message begins',
    node('startEvent', 'got', message('letterMessage')) + end,
    'got -> done',
    [{ message: 'letter', vars: { a: 1 } }],
  ],
  ['a process that nothing begins', node('startEvent', 'got', message('letterMessage')) + end, 'got -> done'],
  [
    'a signal',
    start + node('intermediateCatchEvent', 'hear', bell) + node('intermediateThrowEvent', 'ring', bell) + end,
    'begin -> hear\nhear -> ring\nring -> done',
    [{ signal: 'bell', vars: { a: 1 } }],
  ],
  [
    'a parallel loop',
    start + node('userTask', 'check', loop(cardinality(3))) + end,
    'begin -> check\ncheck -> done',
    [{ complete: 'check' }, { complete: 'check' }, { complete: 'check' }],
  ],
  [
    'branches that meet',
    start + gateway('parallelGateway', 'fork') + check + wait('a', 'PT1H') + gateway('parallelGateway', 'join') + end,
    'begin -> fork\nfork -> check\nfork -> a\ncheck -> join\na -> join\njoin -> done',
    [{ complete: 'check' }],
    ['--skip-time'],
  ],
  [
    'an operator',
    start + check + node('userTask', 'sign') + end,
    'begin -> check\ncheck -> sign\nsign -> done',
    [
      { set: { a: 1 } },
      { suspend: true },
      { complete: 'check' },
      { resume: true },
      { move: 'check', to: 'sign' },
      { add: 'check' },
      { end: 'check' },
      { complete: 'sign' },
    ],
  ],
  ['a cancelled case', start + check + end, 'begin -> check\ncheck -> done', [{ cancel: true }]],
];

test.each(samples)(
  '%s leaves the same trace on a server as in the pure core',
  async (_, inside, flows, lines = [], args = []) => {
    const file = fileOf(definitions(drawn(inside, flows)));
    const texts = lines.map((line) => JSON.stringify(line));
    const core = await playFile(file, stream(texts), args);
    expect(timeless(await onServer(file, texts, args))).toEqual(timeless(core.outcome));
  },
);
