import type { Instant } from '../../../../processes/language/ids.ts';
import type { Effect, Input } from '../../../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../../../workflows/engine/graph.ts';
import { migrate, planMigration, type ElementMapping } from '../../../../workflows/engine/migrate.ts';
import type { EngineState } from '../../../../workflows/engine/state.ts';
import { openTasks, pendingActivities, pendingTimers } from '../../../../workflows/engine/step.ts';
import { boundary, draw, flows, handler, message, node, timer } from '../drawing.ts';
import { Play } from '../playing.ts';

/** A case that goes on in the other version, or the reason why it does not. */
export const moved = (
  play: Play,
  to: ProcessGraph,
  mapping: ElementMapping = {},
): { play: Play; effects: Effect[] } => {
  const done = migrate(play.graph, to, play.state, mapping, play.now);
  if (!done.ok) throw new Error(`Expected a migration but got ${JSON.stringify(done.problems)}`);
  const next = new Play(to, {}, play.now);
  next.effects.splice(0);
  next.state = done.value.state;
  return { play: next, effects: done.value.effects };
};

/** `at code` of everything that stands against it. */
export const refused = (play: Play, to: ProcessGraph, mapping: ElementMapping = {}): string[] =>
  planMigration(play.graph, to, play.state, mapping, play.now).problems.map(({ at, code }) => `${at} ${code}`);

/** Everything that could happen to a case next. */
export const possible = (graph: ProcessGraph, state: EngineState): Input[] => {
  const work = pendingActivities(graph, state).map(({ instance }) => instance);
  return [
    ...openTasks(graph, state).map(({ instance }): Input => ({ kind: 'taskCompleted', instance, by: 'p', data: {} })),
    ...work.map((instance): Input => ({ kind: 'activityCompleted', instance, output: {} })),
    ...work.map((instance): Input => ({ kind: 'activityErred', instance, code: 'A', message: '' })),
    ...work.map((instance): Input => ({ kind: 'activityFailed', instance, detail: 'down' })),
    ...pendingTimers(state).map((each): Input => ({ kind: 'timerFired', timer: each.timer })),
    ...Object.values(state.subscriptions).flatMap(({ message: name }): Input[] =>
      name === undefined ? [] : [{ kind: 'messageArrived', name, messageId: `m${state.seq}`, variables: {} }],
    ),
    ...Object.keys(state.incidents).map((incident): Input => ({ kind: 'incidentRetried', incident, by: 'o' })),
    ...Object.keys(state.instances)
      .filter((id) => !state.instances[id]?.inner && !state.instances[id]?.beside)
      .map((instance): Input => ({ kind: 'tokenEnded', instance, by: 'o' })),
  ];
};

const multi =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
const undoing = '<bpmn:compensateEventDefinition/>';

/** A drawing with everything that a migration has to carry. */
export const everything = (): Promise<ProcessGraph> =>
  draw(
    [
      node('startEvent', 'begin'),
      node('parallelGateway', 'split'),
      node('userTask', 'check'),
      boundary('late', 'check', timer('timeDuration', 'PT1H'), false),
      boundary('asked', 'check', message('letter')),
      node('serviceTask', 'make', handler('make')),
      boundary('wrong', 'make', '<bpmn:errorEventDefinition errorRef="errorA"/>'),
      node('userTask', 'remind'),
      node('userTask', 'many', multi),
      boundary('manyLate', 'many', timer('timeDuration', 'PT3H')),
      node(
        'subProcess',
        'inner',
        node('startEvent', 'innerStart') +
          node('userTask', 'innerA') +
          node('userTask', 'innerB') +
          node('parallelGateway', 'innerJoin') +
          flows('innerStart -> innerA\ninnerStart -> innerB\ninnerA -> innerJoin\ninnerB -> innerJoin') +
          node(
            'subProcess',
            'aside',
            node('startEvent', 'asideStart', message('appeal'), 'isInterrupting="false"') +
              node('userTask', 'asideTask') +
              flows('asideStart -> asideTask'),
            'triggeredByEvent="true"',
          ),
      ),
      node('eventBasedGateway', 'either'),
      node('intermediateCatchEvent', 'byTime', timer('timeDuration', 'P1D')),
      node('intermediateCatchEvent', 'byLetter', message('letter')),
      node('userTask', 'pay'),
      boundary('undoPay', 'pay', undoing),
      node('userTask', 'refund', '', 'isForCompensation="true"'),
      '<bpmn:association id="undoLink" associationDirection="One" sourceRef="undoPay" targetRef="refund"/>',
      node('exclusiveGateway', 'merge'),
      node('parallelGateway', 'join'),
      node('intermediateThrowEvent', 'undoAll', undoing),
      node('endEvent', 'end'),
    ],
    `begin -> split
split -> check
split -> make
split -> many
split -> inner
split -> either
split -> pay
check -> join
late -> remind
asked -> join
wrong -> remind
make -> join
many -> join
manyLate -> join
inner -> join
either -> byTime
either -> byLetter
byTime -> merge
byLetter -> merge
merge -> join
pay -> join
join -> undoAll
undoAll -> end`,
  );

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };
const walked = (value: Plain, rename: (id: string) => string): Plain => {
  if (typeof value === 'string') return rename(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => walked(each, rename));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [rename(key), walked(each, rename)]));
};

/** The same JSON with other names; what is no name stays. */
export const renamed = <Value>(value: Value, names: Record<string, string>): Value =>
  walked(JSON.parse(JSON.stringify(value)) as Plain, (id) => names[id] ?? id) as Value;

export const laterThan = (now: Instant, hours: number): Instant =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();
