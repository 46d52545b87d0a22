/**
 * A reference for the engine, written without looking at it: a structured model as a term, and what is left of it after
 * each event. There is no graph and no token here. Where one event may have happened to several alike (iterations of one
 * activity), it gives every possible outcome.
 */
export type Model =
  | { kind: 'task'; id: string }
  | { kind: 'sequence' | 'parallel'; id: string; parts: Model[] }
  | { kind: 'choice'; id: string; parts: Model[]; taken: number }
  | { kind: 'inclusive'; id: string; parts: Model[]; taken: number[] }
  | { kind: 'loop'; id: string; body: Model; rounds: number; /** drawn as a standard loop */ shared: boolean }
  | { kind: 'sub'; id: string; body: Model; border?: { id: string; interrupting: boolean; path: Model } }
  | { kind: 'multi'; id: string; body: Model; count: number; sequential: boolean; enough: number }
  | { kind: 'race'; id: string; message: { id: string; path: Model }; timer: { id: string; path: Model } };

/** What is left to do. */
export type Rest =
  | { waits: [event: string, then: Rest][] }
  | { inTurn: Rest[] }
  | { atOnce: Rest[] }
  /** a scope is done when all its threads are; its border event leads elsewhere */
  | { threads: Rest[]; border?: { event: string; interrupting: boolean; path: Rest } }
  | { iterations: Rest[]; later: Rest[]; /** completions after which it is done */ left: number };

const nothing: Rest = { inTurn: [] };

export const begin = (model: Model): Rest => {
  switch (model.kind) {
    case 'task':
      return { waits: [[`done ${model.id}`, nothing]] };
    case 'sequence':
      return { inTurn: model.parts.map(begin) };
    case 'parallel':
      return { atOnce: model.parts.map(begin) };
    case 'choice':
      return begin(model.parts[model.taken] ?? model);
    case 'inclusive':
      return { atOnce: model.parts.filter((_part, at) => model.taken.includes(at)).map(begin) };
    case 'loop': {
      const round: Rest = model.shared ? { threads: [begin(model.body)] } : begin(model.body);
      return { inTurn: Array.from({ length: model.rounds }, () => round) };
    }
    case 'sub': {
      const { border } = model;
      const threads = [begin(model.body)];
      if (!border) return { threads };
      const { id, interrupting, path } = border;
      return { threads, border: { event: `fire ${id}`, interrupting, path: begin(path) } };
    }
    case 'multi': {
      const all = Array.from({ length: model.count }, (): Rest => ({ threads: [begin(model.body)] }));
      const first = model.sequential ? 1 : model.count;
      return { iterations: all.slice(0, first), later: all.slice(first), left: Math.min(model.enough, model.count) };
    }
    case 'race': {
      const { message, timer } = model;
      return {
        waits: [
          [`send ${message.id}`, begin(message.path)],
          [`fire ${timer.id}`, begin(timer.path)],
        ],
      };
    }
  }
};

export const isDone = (rest: Rest): boolean => {
  if ('waits' in rest) return false;
  if ('inTurn' in rest) return rest.inTurn.every(isDone);
  if ('atOnce' in rest) return rest.atOnce.every(isDone);
  if ('threads' in rest) return rest.threads.every(isDone);
  return rest.left === 0;
};

/** All that may happen next, as often as it may. */
export const eventsOf = (rest: Rest): string[] => {
  if (isDone(rest)) return [];
  if ('waits' in rest) return rest.waits.map(([event]) => event);
  if ('inTurn' in rest) return eventsOf(rest.inTurn.find((part) => !isDone(part)) ?? nothing);
  if ('atOnce' in rest) return rest.atOnce.flatMap(eventsOf);
  if ('iterations' in rest) return rest.iterations.flatMap(eventsOf);
  return [...rest.threads.flatMap(eventsOf), ...(rest.border ? [rest.border.event] : [])];
};

/** What is left after an event, and the threads that it set off in the scope around. */
type After = { rest: Rest; besides: Rest[] };

/** The event happens to one of several; the others stay. */
const within = (parts: Rest[], event: string, make: (parts: Rest[], at: number) => Rest): After[] =>
  parts.flatMap((part, at) =>
    after(part, event).map(({ rest, besides }) => ({ rest: make(parts.with(at, rest), at), besides })),
  );

const after = (rest: Rest, event: string): After[] => {
  if (isDone(rest)) return [];
  if ('waits' in rest)
    return rest.waits.flatMap(([each, then]) => (each === event ? [{ rest: then, besides: [] }] : []));
  if ('inTurn' in rest) {
    const left = rest.inTurn.filter((part) => !isDone(part));
    return within(left.slice(0, 1), event, ([first = nothing]) => ({ inTurn: [first, ...left.slice(1)] }));
  }
  if ('atOnce' in rest) return within(rest.atOnce, event, (atOnce) => ({ atOnce }));
  if ('iterations' in rest)
    return within(rest.iterations, event, (iterations, at) => {
      if (!isDone(iterations[at] ?? nothing)) return { ...rest, iterations };
      const next = [...iterations.filter((_each, index) => index !== at), ...rest.later.slice(0, 1)];
      return { iterations: next, later: rest.later.slice(1), left: rest.left - 1 };
    });
  return [...inThreads(rest, event), ...atBorder(rest, event)];
};

type Threads = Extract<Rest, { threads: Rest[] }>;
const inThreads = (rest: Threads, event: string): After[] =>
  rest.threads.flatMap((thread, at) =>
    after(thread, event).map((one) => ({
      rest: { ...rest, threads: [...rest.threads.with(at, one.rest), ...one.besides] },
      besides: [],
    })),
  );

const atBorder = ({ threads, border }: Threads, event: string): After[] => {
  if (border?.event !== event) return [];
  return border.interrupting ? [{ rest: border.path, besides: [] }] : [{ rest: { threads }, besides: [border.path] }];
};

/** Everything that may be left of a process after an event. */
export const happen = (process: Rest, event: string): Rest[] => after(process, event).map(({ rest }) => rest);
