import type { DefinitionHash } from '../../../processes/language/ids.ts';
import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import { countTerm, isTermDuration } from '../../../processes/language/term.ts';
import { endOfDay, localDateOf } from '../../../processes/language/zone.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';
import type { InstanceId, OpenTask } from '../contract.ts';
import type { NodeOf } from '../graph.ts';
import { changeInstance, instanceOf, type Run } from '../run.ts';
import type { EngineState } from '../state.ts';
import { momentOf } from '../time.ts';
import { assign, lookupIn, sourceValue, visibleIn } from '../variables.ts';
import { complete, failed, unexpected, wait, type Element } from './element.ts';

/** The task as its page needs it: with an input mapping it sees that mapping's result only. */
export const taskOf = (
  state: EngineState,
  node: NodeOf<'userTask'>,
  id: InstanceId,
  seenFrom: (scope: InstanceId) => JsonObject = (scope) => visibleIn(state, scope),
): OpenTask => {
  const instance = state.instances[id];
  const { form, candidate, signature } = node;
  return {
    instance: id,
    element: node.id,
    name: node.name,
    ...(form === undefined ? {} : { form }),
    candidate,
    data: instance?.locals ?? seenFrom(instance?.scope ?? '0'),
    ...(instance?.due ? { due: instance.due } : {}),
    ...(signature ? { signature } : {}),
    ...(node.of === undefined ? {} : { definition: node.of as DefinitionHash }),
  };
};

/** A statutory term is counted from today by art. 57 KPA; otherwise the task's schedule says when it is due. */
const dueOf = (run: Run, node: NodeOf<'userTask'>, id: InstanceId): Result<OpenTask['due']> => {
  const source = node.term?.duration ?? node.dueDate;
  if (!source) return ok(undefined);
  const text = sourceValue(source, lookupIn(run, id), run);
  if (!text.ok) return text;
  if (text.value === null && !node.term) return ok(undefined);
  const unusable = () => fail('expressionFailed', { detail: `The due date of ${node.id} is no date and no duration` });
  if (typeof text.value !== 'string') return unusable();
  if (!node.term) {
    const at = momentOf(text.value, run.now);
    return at === undefined ? unusable() : ok({ at });
  }
  if (!isTermDuration(text.value)) return unusable();
  const { dueOn } = countTerm(localDateOf(run.now), text.value);
  return ok({ at: endOfDay(dueOn), basis: node.term.basis });
};

/** Waits for a person. The form's data goes through the output mapping; `<id>By` says who completed it. */
export const userTask: Element<NodeOf<'userTask'>> = {
  enter: (run, node, id) => {
    const due = dueOf(run, node, id);
    if (!due.ok) return failed(due);
    if (due.value) changeInstance(run, id, { due: due.value });
    run.effects.push({ kind: 'taskOpened', task: taskOf(run.state, node, id) });
    return wait;
  },
  resume: (run, node, id, signal) => {
    if (signal.kind !== 'taskCompleted') return unexpected(node, signal);
    const { by, data } = signal;
    run.effects.push({ kind: 'taskClosed', instance: id, element: node.id, how: 'completed', by });
    assign(run, instanceOf(run, id).scope, `${node.drawnAs ?? node.id}By`, by);
    return complete(data);
  },
  cancel: (run, node, id) =>
    void run.effects.push({ kind: 'taskClosed', instance: id, element: node.id, how: 'cancelled' }),
};
