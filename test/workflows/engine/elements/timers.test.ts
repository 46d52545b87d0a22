import { describe, expect, test } from '@jest/globals';
import { boundary, node, tasks, timer } from '../drawing.ts';
import { drawing } from '../follow.ts';
import { Play } from '../playing.ts';

type Kind = 'timeDuration' | 'timeDate' | 'timeCycle';
/** When each round of the timer is due, at most four. */
const dues = async (kind: Kind, text: string, now: string, variables = {}): Promise<string[]> => {
  const elements = [node('userTask', 'x'), boundary('on', 'x', timer(kind, text), false), ...tasks('other')];
  const play = new Play(await drawing(elements, 'start -> x\non -> other'), variables, now);
  const seen: string[] = [];
  while (play.timers().length > 0 && seen.length < 4) {
    seen.push(play.timers()[0]?.replace('on ', '') ?? '');
    play.fire('on');
  }
  expect(play.incidents()).toEqual([]);
  return seen;
};

describe('a timer is due', () => {
  const summer = '2026-06-01T10:00:00.000Z';
  test.each<[string, Kind, string, string, string[]]>([
    ['after a duration', 'timeDuration', 'PT90M', summer, ['2026-06-01T11:30:00.000Z']],
    ['after a duration that FEEL gives', 'timeDuration', '=duration("P2D")', summer, ['2026-06-03T10:00:00.000Z']],
    ['at a date: when that day in Warsaw ends', 'timeDate', '2026-06-05', summer, ['2026-06-05T21:59:59.999Z']],
    ['at once when its date has passed', 'timeDate', '2026-05-01T00:00:00Z', summer, ['2026-05-01T00:00:00.000Z']],
    [
      'at a time in Warsaw when it names no zone',
      'timeDate',
      '2026-12-01T08:00:00',
      summer,
      ['2026-12-01T07:00:00.000Z'],
    ],
    [
      'as often as its cycle says',
      'timeCycle',
      'R2/PT1H',
      summer,
      ['2026-06-01T11:00:00.000Z', '2026-06-01T12:00:00.000Z'],
    ],
    [
      'from the start that its cycle names',
      'timeCycle',
      'R2/2026-06-02T00:00:00Z/P1D',
      summer,
      ['2026-06-02T00:00:00.000Z', '2026-06-03T00:00:00.000Z'],
    ],
    [
      'until the end that its cycle names',
      'timeCycle',
      'R/P1D/2026-06-03T12:00:00Z',
      summer,
      ['2026-06-02T10:00:00.000Z', '2026-06-03T10:00:00.000Z'],
    ],
    ['by the cycle that FEEL gives', 'timeCycle', '=rounds', summer, ['2026-06-01T10:10:00.000Z']],
    // the clocks go back in the night to 25 October 2026, forward in the night to 28 March 2027
    [
      'at the same time of day when a day has 25 hours',
      'timeDuration',
      'P1D',
      '2026-10-24T10:00:00.000Z',
      ['2026-10-25T11:00:00.000Z'],
    ],
    [
      'at the same time of day when a day has 23 hours',
      'timeDuration',
      'P1D',
      '2027-03-27T11:00:00.000Z',
      ['2027-03-28T10:00:00.000Z'],
    ],
    [
      'after 24 hours whatever the clock shows',
      'timeDuration',
      'PT24H',
      '2026-10-24T10:00:00.000Z',
      ['2026-10-25T10:00:00.000Z'],
    ],
    [
      'after the gap when its time of day does not exist',
      'timeDuration',
      'P1D',
      '2027-03-27T01:30:00.000Z',
      ['2027-03-28T01:30:00.000Z'],
    ],
    [
      'at the first of the two when its time of day comes twice',
      'timeDuration',
      'P1D',
      '2026-10-24T00:30:00.000Z',
      ['2026-10-25T00:30:00.000Z'],
    ],
    [
      'each day at the same time across the change',
      'timeCycle',
      'R3/P1D',
      '2026-10-23T10:00:00.000Z',
      ['2026-10-24T10:00:00.000Z', '2026-10-25T11:00:00.000Z', '2026-10-26T11:00:00.000Z'],
    ],
    [
      'at the end of February a month after its 31st day',
      'timeDuration',
      'P1M',
      '2027-01-31T10:00:00.000Z',
      ['2027-02-28T10:00:00.000Z'],
    ],
  ])('%s', async (_name, kind, text, now, expected) => {
    expect(await dues(kind, text, now, { rounds: 'R1/PT10M' })).toEqual(expected);
  });

  test('counted from when the last was due, however late that was handled', async () => {
    const elements = [
      node('userTask', 'x'),
      boundary('on', 'x', timer('timeCycle', 'R3/PT1H'), false),
      ...tasks('other'),
    ];
    const play = new Play(await drawing(elements, 'start -> x\non -> other'));
    play.now = '2026-09-10T13:30:00.000Z';
    play.fire('on');
    expect(play.timers()).toEqual(['on 2026-09-10T12:00:00.000Z']);
  });
});
