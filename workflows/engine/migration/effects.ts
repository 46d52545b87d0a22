import { taskOf } from '../elements/user-task.ts';
import { isWork, workOf } from '../elements/work.ts';
import { isWorking, nodeOf, type Run } from '../run.ts';
import { sameJson } from '../same-json.ts';
import type { Correspondence } from './correspondence.ts';

/** Tells the outside which elements bear other names now, what is to be done otherwise, and which handler is called instead. */
export const tellChanges = (c: Correspondence, { before, state, effects }: Run): void => {
  for (const [id, { element: from }] of Object.entries(before.instances)) {
    const instance = state.instances[id];
    if (!instance) continue;
    const { element, incident } = instance;
    if (element !== from)
      effects.push({
        kind: 'elementMigrated',
        instance: id,
        from,
        to: element,
        ...(incident === undefined ? {} : { incident }),
      });
    if (!isWorking(instance)) continue;
    const [old, now] = [nodeOf(c.from, from), nodeOf(c.to, element)];
    // the form behind the same name may be another one too, so every open task is shown anew
    if (now.kind === 'userTask') effects.push({ kind: 'taskChanged', task: taskOf(state, now, id) });
    if (!isWork(now) || !isWork(old)) continue;
    if (old.handler === now.handler && sameJson(old.headers ?? {}, now.headers ?? {})) continue;
    effects.push({ kind: 'activityCancelled', instance: id }, workOf(state, now, id));
  }
};
