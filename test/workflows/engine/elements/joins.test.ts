import { describe } from '@jest/globals';
import { boundary, message, node, sub, tasks, timer } from '../drawing.ts';
import { runs } from '../follow.ts';

const xor = (id: string, attributes = ''): string => node('exclusiveGateway', id, '', attributes);
const or = (id: string, attributes = ''): string => node('inclusiveGateway', id, '', attributes);
const and = (id: string): string => node('parallelGateway', id);

/** `split` opens a, b and c by their conditions; `join` waits for those that were opened. */
const three = [or('split', 'default="split_c"'), or('join'), ...tasks('a', 'b', 'c', 'next')];
const threeLines =
  'start -> split\nsplit -> a : x > 0\nsplit -> b : y > 0\nsplit -> c\na -> join\nb -> join\nc -> join\njoin -> next';

describe('an inclusive gateway', () => {
  runs([
    [
      'takes every flow whose condition holds and joins them',
      three,
      threeLines,
      '=> a b\ndone b => a\ndone a => next',
      { x: 1, y: 1 },
    ],
    ['waits for one alone when one was opened', three, threeLines, '=> b\ndone b => next', { x: 0, y: 1 }],
    ['takes its default flow when no condition holds', three, threeLines, '=> c\ndone c => next', { x: 0, y: 0 }],
    [
      'without a default flow and with no condition that holds is an incident',
      [or('split'), ...tasks('a')],
      'start -> split\nsplit -> a : x > 0',
      '=> !split\nretry {"x":1} => a',
      { x: 0 },
    ],
    [
      'takes two tokens of one flow in two rounds',
      [...tasks('a', 'b', 'next'), xor('merge'), or('join')],
      'start -> a\nstart -> b\na -> merge\nb -> merge\nmerge -> join\njoin -> next',
      'done a => b next\ndone b => next next',
    ],
    [
      'waits for a token that can still come by the border of an activity',
      [...tasks('a', 'b', 'c', 'next'), boundary('on', 'a', message('letter')), or('join')],
      'start -> a\nstart -> b\na -> c\non -> join\nb -> join\njoin -> next',
      'done b => a\nsend letter => next',
    ],
    [
      'goes on when that token has taken another way',
      [...tasks('a', 'b', 'c', 'next'), boundary('on', 'a', message('letter')), or('join')],
      'start -> a\nstart -> b\na -> c\non -> join\nb -> join\njoin -> next',
      'done b => a\ndone a => c next',
    ],
    [
      'counts what a border that does not interrupt may still send',
      [...tasks('a', 'b', 'next'), boundary('on', 'a', timer('timeCycle', 'R2/PT1H'), false), or('join')],
      'start -> a\nstart -> b\non -> join\nb -> join\njoin -> next',
      'done b => a\nfire on => a next\nfire on => a next next\ndone a => next next',
    ],
    [
      'joins anew in every round of a loop',
      [xor('again'), or('split'), ...tasks('a', 'b'), or('join'), xor('enough', 'default="enough_end"')],
      'start -> again\nagain -> split\nsplit -> a : x > 0\nsplit -> b : y > 0\na -> join\nb -> join\njoin -> enough\nenough -> again : more\nenough -> end',
      `=> a b
       done a {"more":true} => b
       done b {"x":0} => b
       done b {"x":1,"more":true} => a b
       done a => b
       done b {"more":false} => ended end`,
      { x: 1, y: 1 },
    ],
    [
      'does not wait for itself when a path leads back to it',
      [or('join'), ...tasks('a'), xor('enough', 'default="enough_end"')],
      'start -> join\njoin -> a\na -> enough\nenough -> join : more\nenough -> end',
      '=> a\ndone a {"more":true} => a\ndone a {"more":false} => ended end',
    ],
    [
      'nested in another joins from the inside out',
      [or('outer'), or('inner'), ...tasks('a', 'b', 'c', 'between', 'next'), or('innerJoin'), or('outerJoin')],
      `start -> outer
       outer -> inner
       outer -> c
       inner -> a
       inner -> b
       a -> innerJoin
       b -> innerJoin
       innerJoin -> between
       between -> outerJoin
       c -> outerJoin
       outerJoin -> next`,
      'done c => a b\ndone a => b\ndone b => between\ndone between => next',
    ],
    [
      'is not kept waiting by what runs in a subprocess that cannot come there',
      [...tasks('a', 'next'), sub('s', tasks('b'), 'sStart -> b'), or('join')],
      'start -> a\nstart -> s\nstart -> join\na -> join\njoin -> next',
      '=> a b\ndone a => b next',
    ],
    [
      'waits for a token in front of a parallel join from which it can come',
      [...tasks('a', 'b', 'c', 'next'), and('both'), or('join')],
      'start -> a\nstart -> b\nstart -> c\na -> both\nb -> both\nboth -> join\nc -> join\njoin -> next',
      'done c => a b\ndone a => b\ndone b => next',
    ],
    [
      'waits for a token that comes through a link',
      [
        ...tasks('a', 'b', 'next'),
        node('intermediateThrowEvent', 'out', '<bpmn:linkEventDefinition name="far"/>'),
        node('intermediateCatchEvent', 'in', '<bpmn:linkEventDefinition name="far"/>'),
        or('join'),
      ],
      'start -> a\nstart -> b\na -> out\nin -> join\nb -> join\njoin -> next',
      'done b => a\ndone a => next',
    ],
  ]);
});

describe('a parallel join', () => {
  runs([
    [
      'counts per flow: a second token of one waits for the next of the other',
      [...tasks('a', 'b', 'c', 'next'), xor('merge'), and('join')],
      'start -> a\nstart -> b\nstart -> c\na -> merge\nb -> merge\nmerge -> join\nc -> join\njoin -> next',
      'done a => b c\ndone b => c\ndone c => next\ndone next => waits',
    ],
    [
      'of which a branch was cancelled waits for ever, and says on which flow',
      [...tasks('a', 'b', 'other', 'next'), boundary('on', 'a', message('letter')), and('join')],
      'start -> a\nstart -> b\na -> join\nb -> join\non -> other\njoin -> next',
      'send letter => b other\ndone b => other\ndone other => waits',
    ],
  ]);
});

const complex = (condition: string, attributes = ''): string =>
  node('complexGateway', 'g', `<bpmn:activationCondition>${condition}</bpmn:activationCondition>`, attributes);
const two = [...tasks('a', 'b', 'c', 'next'), complex('=activationCount >= 2')];
const twoOfThree = 'start -> a\nstart -> b\nstart -> c\na -> g\nb -> g\nc -> g\ng -> next';

describe('a complex gateway', () => {
  runs([
    [
      'goes on when its condition holds, and swallows the rest',
      two,
      twoOfThree,
      'done a => b c\ndone b => c next\ndone c => next\ndone next => ended next',
    ],
    [
      'is reset when no other token can come any more',
      [...tasks('a', 'b', 'next'), complex('=activationCount >= 1')],
      'start -> a\na -> g\nb -> g\ng -> next',
      'done a => next\ndone next => ended next',
    ],
    [
      'sends tokens a second time, at its reset, by flows that ask for it',
      [...tasks('a', 'b', 'next', 'last'), complex('=activationCount >= 1')],
      'start -> a\nstart -> b\na -> g\nb -> g\ng -> next : waitingForStart\ng -> last : not(waitingForStart)',
      'done a => b next\ndone b => last next',
    ],
    [
      'keeps a second token of a flow for its next round, and does not wait for one',
      [...tasks('a', 'b', 'c', 'next'), xor('merge'), complex('=activationCount >= 1')],
      'start -> a\nstart -> b\nstart -> c\na -> merge\nb -> merge\nmerge -> g\nc -> g\ng -> next',
      'done a => b c next\ndone b => c next\ndone c => next next',
    ],
    [
      'is reset when what still comes can only come by a flow it took a token of',
      [...tasks('a', 'b', 'c', 'next', 'last'), xor('merge'), complex('=activationCount >= 1')],
      'start -> a\nstart -> b\na -> merge\nb -> merge\nmerge -> g\nc -> g\ng -> next : waitingForStart\ng -> last : not(waitingForStart)',
      'done a => b last next\ndone b => last last next next',
    ],
    [
      'whose condition fails is an incident',
      [...tasks('a', 'b', 'next'), complex('=enough')],
      'start -> a\nstart -> b\na -> g\nb -> g\ng -> next',
      'done a => !g b\nretry {"enough":true} => b next\ndone b => next',
    ],
    [
      'with one incoming flow splits by its conditions',
      [...tasks('a', 'b', 'c'), complex('=true', 'default="g_c"')],
      'start -> g\ng -> a : n > 0\ng -> b : n > 1\ng -> c',
      '=> a b',
      { n: 2 },
    ],
  ]);
});
