import { describe, expect, test } from '@jest/globals';
import { drawBeside, extended, message, node, process, sub, tasks } from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const catching = (id: string, ref: string): string => node('intermediateCatchEvent', id, message(ref));
const keyed = `<bpmn:message id="reply" name="reply">${extended('<zeebe:subscription correlationKey="=number"/>')}</bpmn:message>`;

describe('a message that is about something', () => {
  const waiting = () =>
    drawBeside(
      [keyed],
      [start, sub('one', [catching('x', 'reply'), ...tasks('a')], 'oneStart -> x\nx -> a', {}), ...tasks('c')],
      'start -> one\none -> c',
    );
  test('is taken by who waits for the same only', async () => {
    const play = new Play(await waiting(), { number: 7 });
    expect(play.send('reply', {}, 'm1', { key: 8 })).toContainEqual(expect.objectContaining({ kind: 'inputIgnored' }));
    expect(play.tasks()).toEqual([]);
    play.send('reply', {}, 'm2', { key: 7 });
    expect(play.tasks()).toEqual(['a']);
  });

  test('finds the iteration that waits for it', async () => {
    const settings =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=numbers" inputElement="number"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    const graph = await drawBeside(
      [keyed],
      [start, sub('one', [catching('x', 'reply'), ...tasks('a')], 'oneStart -> x\nx -> a', { settings })],
      'start -> one',
    );
    const play = new Play(graph, { numbers: [1, 2, 3] });
    play.send('reply', {}, 'm', { key: 2 });
    expect(play.tasks()).toEqual(['a']);
    const scope = play.state.instances[play.instance('a')]?.scope ?? '';
    expect(play.state.scopes[play.state.scopes[scope]?.parent ?? '']?.locals['number']).toBe(2);
  });

  test('may say so by the standard: properties of the message and of the process', async () => {
    const root = [
      `<bpmn:message id="reply" name="reply"/>
       <bpmn:correlationProperty id="order">
         <bpmn:correlationPropertyRetrievalExpression messageRef="reply"><bpmn:messagePath>orderNumber</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression>
       </bpmn:correlationProperty>
       <bpmn:collaboration id="together"><bpmn:correlationKey id="key"><bpmn:correlationPropertyRef>order</bpmn:correlationPropertyRef></bpmn:correlationKey></bpmn:collaboration>`,
    ];
    const subscription =
      '<bpmn:correlationSubscription id="on" correlationKeyRef="key"><bpmn:correlationPropertyBinding correlationPropertyRef="order"><bpmn:dataPath>number</bpmn:dataPath></bpmn:correlationPropertyBinding></bpmn:correlationSubscription>';
    const graph = await drawBeside(
      root,
      [start, catching('x', 'reply'), ...tasks('a'), subscription],
      'start -> x\nx -> a',
    );
    const play = new Play(graph, { number: 7 });
    play.send('reply', { orderNumber: 8 });
    expect(play.tasks()).toEqual([]);
    play.send('reply', { orderNumber: 7 });
    expect(play.tasks()).toEqual(['a']);
  });
});

describe('a message', () => {
  runs([
    [
      'goes to one of several that wait, the longest first',
      [catching('x', 'letter'), catching('y', 'letter'), ...tasks('a', 'b')],
      'start -> x\nstart -> y\nx -> a\ny -> b',
      'send letter => a\nsend letter => a b',
    ],
  ]);

  test('that comes early is kept on request and taken when it is waited for', async () => {
    const play = new Play(await drawing([...tasks('a', 'b'), catching('x', 'letter')], 'start -> a\na -> x\nx -> b'));
    play.send('letter', { text: 'early' }, 'm', { keep: true });
    follow(play, '=> a\ndone a => b');
    expect(play.variables['text']).toBe('early');
    expect(play.send('letter', {}, 'm', { keep: true })).toEqual([
      { kind: 'inputIgnored', input: 'messageArrived', reason: 'The message was taken before' },
    ]);
  });

  test('that is kept goes once, and to the first that waits', async () => {
    const play = new Play(
      await drawing(
        [...tasks('a', 'b'), catching('x', 'letter'), catching('y', 'letter')],
        'start -> a\na -> x\nx -> y\ny -> b',
      ),
    );
    play.send('letter', {}, 'm', { keep: true });
    follow(play, 'done a => waits\nsend letter => b');
  });
});

describe('the pools of a collaboration', () => {
  const school = process(
    'school',
    [node('startEvent', 'sStart', message('letter')), ...tasks('read'), node('endEvent', 'answer', message('appeal'))],
    'sStart -> read\nread -> answer',
  );
  const parent = [
    start,
    ...tasks('write', 'done'),
    node('intermediateThrowEvent', 'post', message('letter')),
    catching('reply', 'appeal'),
  ];
  const parentLines = 'start -> write\nwrite -> post\npost -> reply\nreply -> done';
  const collaboration = `<bpmn:collaboration id="both"><bpmn:participant id="p1" processRef="drawn"/><bpmn:participant id="p2" processRef="school"/>
    <bpmn:messageFlow id="f1" sourceRef="post" targetRef="sStart"/><bpmn:messageFlow id="f2" sourceRef="answer" targetRef="reply"/></bpmn:collaboration>`;

  test('that message flows tie run in one case and speak to each other', async () => {
    const play = new Play(await drawBeside([school, collaboration], parent, parentLines));
    follow(play, '=> write\ndone write => read\ndone read => done\ndone done => ended done');
  });

  test('begin together when the other has a start of its own, and the case ends with the last', async () => {
    const other = process('school', [node('startEvent', 'sStart'), ...tasks('read')], 'sStart -> read');
    const tie = collaboration
      .replace('targetRef="sStart"', 'targetRef="read"')
      .replace(/<bpmn:messageFlow id="f2".*?\/>/, '');
    const graph = await drawBeside(
      [other, tie],
      [start, ...tasks('write'), node('intermediateThrowEvent', 'post', message('letter'))],
      'start -> write\nwrite -> post',
    );
    follow(new Play(graph), '=> read write\ndone write => read\ndone read => ended post');
  });

  test('have variables of their own', async () => {
    const play = new Play(await drawBeside([school, collaboration], parent, parentLines), { own: 1 });
    follow(play, 'done write => read\ndone read {"secret":true} => done');
    expect(play.variables).not.toHaveProperty('secret');
  });

  test('of which none ever began leave nothing behind when the case ends', async () => {
    const play = new Play(await drawBeside([school], [start, ...tasks('a')], 'start -> a'));
    expect(play.awaits()).toEqual(['message:sStart', 'userTask:a']);
    follow(play, 'done a => ended a');
  });
});
