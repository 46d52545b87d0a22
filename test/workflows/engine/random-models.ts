import * as fc from 'fast-check';
import { boundary, flows, loop, message, multi, node, script, timer } from './drawing.ts';
import type { Model } from './reference-tokens.ts';

/** A structured model without names. */
type Shape =
  | { kind: 'task' }
  | { kind: 'sequence' | 'parallel'; parts: Shape[] }
  | { kind: 'choice'; parts: Shape[]; taken: number }
  | { kind: 'inclusive'; parts: Shape[]; taken: number[] }
  | { kind: 'loop'; body: Shape; rounds: number }
  | { kind: 'sub'; body: Shape; border: { interrupting: boolean; path: Shape } | null }
  | { kind: 'multi'; body: Shape; count: number; sequential: boolean; enough: number }
  | { kind: 'race'; paths: [Shape, Shape] };

export const { shape } = fc.letrec<{ shape: Shape }>((tie) => {
  const parts = fc.array(tie('shape'), { minLength: 2, maxLength: 3 });
  const few = fc.integer({ min: 1, max: 3 });
  const border = fc.option(fc.record({ interrupting: fc.boolean(), path: tie('shape') }));
  const kind = <Kind extends string>(...kinds: Kind[]) => fc.constantFrom(...kinds);
  return {
    shape: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: kind('task') }),
      fc.record({ kind: kind('sequence', 'parallel'), parts }),
      fc.record({ kind: kind('choice'), parts, taken: fc.nat(2) }),
      fc.record({ kind: kind('inclusive'), parts, taken: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: kind('loop'), body: tie('shape'), rounds: few }),
      fc.record({ kind: kind('sub'), body: tie('shape'), border }),
      fc.record({ kind: kind('multi'), body: tie('shape'), count: few, sequential: fc.boolean(), enough: few }),
      fc.record({ kind: kind('race'), paths: fc.tuple(tie('shape'), tie('shape')) }),
    ),
  };
});

/** Gives every part an id. `shared`: runs several times at once, so that no variable can count its rounds. */
export const named = (from: Shape, next: () => number, shared = false): Model => {
  const name = (prefix: string): string => `${prefix}${next()}`;
  const inside = (part: Shape, more = shared): Model => named(part, next, more);
  switch (from.kind) {
    case 'task':
      return { kind: 'task', id: name('task') };
    case 'sequence':
    case 'parallel':
      return { kind: from.kind, id: name(from.kind), parts: from.parts.map((part) => inside(part)) };
    case 'choice':
      return {
        ...from,
        id: name('choice'),
        parts: from.parts.map((part) => inside(part)),
        taken: from.taken % from.parts.length,
      };
    case 'inclusive': {
      const taken = [...new Set(from.taken.map((each) => each % from.parts.length))];
      return { ...from, id: name('inclusive'), parts: from.parts.map((part) => inside(part)), taken };
    }
    case 'loop':
      return { ...from, id: name('loop'), body: inside(from.body), shared };
    case 'sub': {
      const body = inside(from.body);
      if (!from.border) return { kind: 'sub', id: name('sub'), body };
      const { interrupting, path } = from.border;
      return {
        kind: 'sub',
        id: name('sub'),
        body,
        border: { id: name('late'), interrupting, path: inside(path, true) },
      };
    }
    case 'multi':
      return { ...from, id: name('multi'), body: inside(from.body, true) };
    case 'race': {
      const [message, timer] = from.paths;
      return {
        kind: 'race',
        id: name('race'),
        message: { id: name('message'), path: inside(message) },
        timer: { id: name('timer'), path: inside(timer) },
      };
    }
  }
};

/** A model as elements and flows; each part is drawn from the element `from` to the one it answers. */
export class Sketch {
  readonly elements: string[] = [];
  readonly lines: string[] = [];
  readonly messages: string[] = [];

  private put(element: string, id: string, from?: string, condition?: string): string {
    this.elements.push(element);
    if (from !== undefined) this.flow(from, id, condition);
    return id;
  }
  private flow(from: string, to: string, condition?: string): void {
    this.lines.push(condition === undefined ? `${from} -> ${to}` : `${from} -> ${to} : ${condition}`);
  }
  private gateway(type: string, id: string, from?: string, condition?: string): string {
    return this.put(node(`${type}Gateway`, id), id, from, condition);
  }

  private split(
    type: string,
    { id, parts }: { id: string; parts: Model[] },
    from: string,
    conditions: string[],
    own?: string,
  ): string {
    const split = this.gateway(type, id, from, own);
    const join = this.gateway(type, `${id}Join`);
    parts.forEach((part, at) => this.flow(this.draw(part, split, conditions[at]), join));
    return join;
  }

  private scope(id: string, body: Model, from: string, condition: string | undefined, settings: string): void {
    const inner = new Sketch();
    inner.put(node('startEvent', `${id}Start`), `${id}Start`);
    inner.put(node('endEvent', `${id}End`), `${id}End`, inner.draw(body, `${id}Start`));
    this.messages.push(...inner.messages);
    this.put(
      node('subProcess', id, settings + inner.elements.join('') + flows(inner.lines.join('\n'))),
      id,
      from,
      condition,
    );
  }

  draw(model: Model, from: string, condition?: string): string {
    const { id } = model;
    switch (model.kind) {
      case 'task':
        return this.put(node('userTask', id), id, from, condition);
      case 'sequence':
        return model.parts.reduce((to, part, at) => this.draw(part, to, at === 0 ? condition : undefined), from);
      case 'parallel':
        return this.split('parallel', model, from, [], condition);
      case 'choice':
        return this.split(
          'exclusive',
          model,
          from,
          model.parts.map((_part, at) => String(at === model.taken)),
          condition,
        );
      case 'inclusive':
        return this.split(
          'inclusive',
          model,
          from,
          model.parts.map((_part, at) => String(model.taken.includes(at))),
          condition,
        );
      case 'loop':
        return this.drawLoop(model, from, condition);
      case 'sub':
        return this.drawSub(model, from, condition);
      case 'multi': {
        const until = model.enough < model.count ? { until: `numberOfCompletedInstances >= ${model.enough}` } : {};
        const settings = { cardinality: String(model.count), sequential: model.sequential, ...until };
        this.scope(id, model.body, from, condition, multi(settings));
        return id;
      }
      case 'race':
        return this.drawRace(model, from, condition);
    }
  }

  private drawLoop(
    { id, body, rounds, shared }: Extract<Model, { kind: 'loop' }>,
    from: string,
    condition?: string,
  ): string {
    if (shared) {
      this.scope(id, body, from, condition, loop({ loopMaximum: rounds }));
      return id;
    }
    const count = `n${id}`;
    this.put(script(`${id}Reset`, '=0', count), `${id}Reset`, from, condition);
    const again = this.gateway('exclusive', `${id}Again`, `${id}Reset`);
    this.put(script(`${id}Count`, `=${count} + 1`, count), `${id}Count`, this.draw(body, again));
    const enough = this.gateway('exclusive', `${id}Enough`, `${id}Count`);
    this.flow(enough, again, `${count} < ${rounds}`);
    return this.put(node('intermediateThrowEvent', `${id}Out`), `${id}Out`, enough, `${count} >= ${rounds}`);
  }

  private drawSub({ id, body, border }: Extract<Model, { kind: 'sub' }>, from: string, condition?: string): string {
    this.scope(id, body, from, condition, '');
    if (!border) return id;
    this.put(boundary(border.id, id, timer('timeDuration', 'P1D'), border.interrupting), border.id);
    const to = this.draw(border.path, border.id);
    if (!border.interrupting) {
      this.put(node('endEvent', `${border.id}End`), `${border.id}End`, to);
      return id;
    }
    const merge = this.gateway('exclusive', `${id}Merge`, id);
    this.flow(to, merge);
    return merge;
  }

  private drawRace(
    { id, message: first, timer: second }: Extract<Model, { kind: 'race' }>,
    from: string,
    condition?: string,
  ): string {
    const gateway = this.gateway('eventBased', id, from, condition);
    this.messages.push(first.id);
    this.put(node('intermediateCatchEvent', first.id, message(`ref${first.id}`)), first.id, gateway);
    this.put(node('intermediateCatchEvent', second.id, timer('timeDuration', 'P1D')), second.id, gateway);
    const ends = [this.draw(first.path, first.id), this.draw(second.path, second.id)];
    const merge = this.gateway('exclusive', `${id}Join`);
    for (const end of ends) this.flow(end, merge);
    return merge;
  }
}
