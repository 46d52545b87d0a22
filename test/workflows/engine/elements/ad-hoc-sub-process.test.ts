import { describe } from '@jest/globals';
import { boundary, message, node, script, tasks } from '../drawing.ts';
import { runs } from '../follow.ts';
import { flows } from '../drawing.ts';

const adHoc = (
  inside: string[],
  { lines = '', attributes = '', until }: { lines?: string; attributes?: string; until?: string } = {},
): string =>
  node(
    'adHocSubProcess',
    'x',
    inside.join('') +
      flows(lines) +
      (until === undefined ? '' : `<bpmn:completionCondition>${until}</bpmn:completionCondition>`),
    attributes,
  );
const around = 'start -> x\nx -> next';
const next = tasks('next');

describe('an ad-hoc subprocess', () => {
  runs([
    [
      'offers all at once and ends when all are done',
      [adHoc(tasks('a', 'b')), ...next],
      around,
      '=> a b\ndone b => a\ndone a => next',
    ],
    [
      'sequential offers one after the other',
      [adHoc(tasks('a', 'b'), { attributes: 'ordering="Sequential"' }), ...next],
      around,
      '=> a\ndone a => b\ndone b => next',
    ],
    [
      'follows the flows drawn in it',
      [adHoc(tasks('a', 'b', 'c'), { lines: 'a -> c' }), ...next],
      around,
      '=> a b\ndone a => b c\ndone b => c\ndone c => next',
    ],
    [
      'sequential finishes one thread before it offers the next',
      [adHoc(tasks('a', 'b', 'c'), { lines: 'a -> c', attributes: 'ordering="Sequential"' }), ...next],
      around,
      '=> a\ndone a => c\ndone c => b',
    ],
    [
      'ends when its completion condition holds and cancels the rest',
      [adHoc(tasks('a', 'b', 'c'), { until: '=ok' }), ...next],
      around,
      'done a {"ok":false} => b c\ndone b {"ok":true} => next',
    ],
    [
      'may let the rest finish',
      [adHoc(tasks('a', 'b', 'c'), { until: '=ok', attributes: 'cancelRemainingInstances="false"' }), ...next],
      around,
      'done a {"ok":true} => b c\ndone b => c\ndone c => next',
    ],
    [
      'stays over once its condition has held, whatever the rest changes',
      [adHoc(tasks('a', 'b'), { until: '=ok', attributes: 'cancelRemainingInstances="false"' }), ...next],
      around,
      'done a {"ok":true} => b\ndone b {"ok":false} => next',
    ],
    [
      'offers its people their tasks again until the condition holds',
      [adHoc(tasks('a'), { until: '=ok' }), ...next],
      around,
      'done a {"ok":false} => a\ndone a {"ok":true} => next',
    ],
    [
      'does what no person does once, and ends',
      [adHoc([script('s', '=1', 'one')], { until: '=one = 2' }), ...next],
      around,
      '=> next',
    ],
    ['without anything in it is passed', [adHoc([]), ...next], around, '=> next'],
    [
      'whose condition fails goes on after a retry',
      [adHoc(tasks('a', 'b'), { until: '=ok' }), ...next],
      around,
      'done a => !x b\nretry {"ok":false} => b\ndone b {"ok":true} => next',
    ],
    [
      'whose condition fails at its last task ends after a retry',
      [adHoc(tasks('a'), { until: '=ok' }), ...next],
      around,
      'done a => !x\nretry {"ok":true} => next',
    ],
    [
      'is ended by what interrupts it',
      [adHoc(tasks('a', 'b')), boundary('on', 'x', message('letter')), ...tasks('next', 'other')],
      `${around}\non -> other`,
      'send letter => other',
    ],
    [
      'goes on beside what does not interrupt it',
      [adHoc(tasks('a')), boundary('on', 'x', message('letter'), false), ...tasks('next', 'other')],
      `${around}\non -> other`,
      'send letter => a other\ndone a => next other',
    ],
  ]);
});
