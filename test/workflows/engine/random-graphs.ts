import * as fc from 'fast-check';
import {
  boundary,
  cancel,
  compensate,
  conditional,
  error,
  escalation,
  eventSub,
  flows,
  handler,
  loop,
  message,
  multi,
  node,
  signal,
  terminate,
  timer,
  undoing,
} from './drawing.ts';

/** Any drawing at all, whether it makes sense or not, that the compiler takes. */
export type Drawing = { elements: string[]; lines: string };

const triggers = {
  message: message('letter'),
  timer: timer('timeDuration', 'PT1H'),
  cycle: timer('timeCycle', 'R2/PT1H'),
  signal: signal('bell'),
  conditional: conditional('=n > 2'),
  escalation: escalation('escalationA'),
  error: error('errorA'),
};
const of = (...kinds: (keyof typeof triggers)[]) => fc.constantFrom(...kinds).map((kind) => triggers[kind]);

const kinds = [
  'userTask',
  'task',
  'serviceTask',
  'receiveTask',
  'exclusive',
  'parallel',
  'inclusive',
  'catch',
  'throw',
  'end',
  'sub',
  'transaction',
  'adHoc',
] as const;
type Kind = (typeof kinds)[number];
/** `border`: interrupting or not, and where it leads. */
type Part = {
  kind: Kind;
  to: number[];
  border: { definition: string; interrupting: boolean; to: number } | null;
  repeats: string | null;
  undone: boolean;
  caught: string;
  thrown: string;
  ended: string;
  inside: Shape | null;
};
type Shape = { parts: Part[]; event: { definition: string; interrupting: boolean; inside: Shape } | null };

const repeats = fc.option(
  fc.constantFrom(
    multi({ cardinality: '2' }),
    multi({ cardinality: '2', sequential: true }),
    multi({ cardinality: '3', until: '=numberOfCompletedInstances = 2' }),
    loop({ loopMaximum: 2 }),
  ),
  { freq: 3 },
);

const shapeOf = (depth: number): fc.Arbitrary<Shape> => {
  const deeper: fc.Arbitrary<Shape | null> = depth > 0 ? shapeOf(depth - 1) : fc.constant(null);
  const part: fc.Arbitrary<Part> = fc.record({
    kind: fc.oneof(
      fc.constantFrom(...kinds.filter((kind) => depth > 0 || !['sub', 'transaction', 'adHoc'].includes(kind))),
      fc.constant('userTask' as const),
    ),
    to: fc.array(fc.nat(4), { maxLength: 2 }),
    border: fc.option(
      fc.record({
        definition: of('message', 'timer', 'cycle', 'signal', 'conditional', 'escalation', 'error'),
        interrupting: fc.boolean(),
        to: fc.nat(4),
      }),
    ),
    repeats,
    undone: fc.boolean(),
    caught: of('message', 'timer', 'cycle', 'signal', 'conditional'),
    thrown: fc.constantFrom(
      '',
      triggers.signal,
      triggers.escalation,
      message('appeal'),
      compensate(),
      compensate(undefined, false),
    ),
    ended: fc.constantFrom(
      '',
      triggers.signal,
      triggers.escalation,
      triggers.error,
      message('appeal'),
      compensate(),
      terminate,
      cancel,
    ),
    inside: deeper,
  });
  const event = fc.option(
    fc.record({
      definition: of('message', 'timer', 'cycle', 'signal', 'conditional', 'escalation', 'error'),
      interrupting: fc.boolean(),
      inside: deeper,
    }),
  );
  return fc.record({ parts: fc.array(part, { minLength: 2, maxLength: 5 }), event }).map(({ parts, event }) => ({
    parts,
    event: event?.inside ? { ...event, inside: event.inside } : null,
  }));
};

const activities = new Set<Kind>(['userTask', 'task', 'serviceTask', 'receiveTask', 'sub', 'transaction', 'adHoc']);

const elementOf = (part: Part, id: string): string => {
  const { kind, inside } = part;
  const repeated = part.repeats ?? '';
  if (kind === 'exclusive' || kind === 'parallel' || kind === 'inclusive') return node(`${kind}Gateway`, id);
  if (kind === 'catch') return node('intermediateCatchEvent', id, part.caught);
  if (kind === 'throw') return node('intermediateThrowEvent', id, part.thrown);
  if (kind === 'end') return node('endEvent', id, part.ended);
  if (kind === 'serviceTask') return node(kind, id, handler('make') + repeated);
  if (kind === 'receiveTask') return node(kind, id, repeated, 'messageRef="letter"');
  if (kind === 'sub' || kind === 'transaction' || kind === 'adHoc') {
    const { elements, lines } = drawn(inside ?? { parts: [], event: null }, id, kind !== 'adHoc');
    const type = { sub: 'subProcess', transaction: 'transaction', adHoc: 'adHocSubProcess' }[kind];
    return node(type, id, repeated + elements.join('') + flows(lines));
  }
  return node(kind, id, repeated);
};

/** A shape as elements and flows, with ids that begin with `prefix`. */
const drawn = ({ parts, event }: Shape, prefix: string, started = true): Drawing => {
  const id = (at: number): string => `${prefix}x${at % Math.max(parts.length, 1)}`;
  // only a person leads back, or a drawing would go round without anybody
  const onward = (at: number, to: number): string => {
    const last = `${prefix}Last`;
    return at + 1 + to < parts.length ? id(at + 1 + to) : last;
  };
  const next = (part: Part, at: number, to: number): string => (part.kind === 'userTask' ? id(to) : onward(at, to));
  const start = `${prefix}Start`;
  const elements = [...(started ? [node('startEvent', start)] : []), node('endEvent', `${prefix}Last`)];
  const lines = new Set(started && parts.length > 0 ? [`${start} -> ${id(0)}`] : []);
  parts.forEach((part, at) => {
    const own = id(at);
    elements.push(elementOf(part, own));
    if (part.kind !== 'end') for (const to of part.to) lines.add(`${own} -> ${next(part, at, to)}`);
    if (part.border && activities.has(part.kind)) {
      elements.push(boundary(`${own}On`, own, part.border.definition, part.border.interrupting));
      lines.add(`${own}On -> ${onward(at, part.border.to)}`);
    }
    if (part.undone && activities.has(part.kind))
      elements.push(undoing(own, node('userTask', `${own}Undo`, '', 'isForCompensation="true"'), `${own}Undo`));
  });
  if (event) {
    const inside = drawn(event.inside, `${prefix}e`, false);
    const first = event.inside.parts.length > 0 ? `\n${prefix}eventStart -> ${prefix}ex0` : '';
    const own = eventSub(`${prefix}event`, event.definition, inside.elements, `${inside.lines}${first}`, {
      interrupting: event.interrupting,
    });
    elements.push(own);
  }
  return { elements, lines: [...lines].join('\n') };
};

export const drawings = shapeOf(2).map((shape) => drawn(shape, 'p'));
