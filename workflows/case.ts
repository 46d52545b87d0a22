import { CancellationScope, allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { Failure } from '../processes/language/failure.ts';
import { createArrivals, type Coming } from './arrivals.ts';
import { openDoor } from './commands.ts';
import type { CaseInput, CompleteTask } from './contract.ts';
import { createCourse } from './course.ts';
import type { Course } from './course.ts';
import { currentGraph } from './engine/graph-v1.ts';
import { isEnded } from './engine/state.ts';
import { openTasks } from './engine/waiting.ts';
import { createOutside } from './outside.ts';

/** Temporal takes 2,000 updates in a run; the rest is room for those on their way. */
const updatesPerRun = 1_500;

/** A task that demands a signature completes only with one over that document; whether it verifies was checked before. */
const unsigned = (course: Course, input: Coming, signature: CompleteTask['signature']): Failure | undefined => {
  if (input.kind !== 'taskCompleted') return undefined;
  const task = openTasks(course.version().graph, course.state()).find(({ instance }) => instance === input.instance);
  return task?.signature && task.signature.document !== signature?.document
    ? { failure: 'signatureRequired' }
    : undefined;
};

const live = async (given: CaseInput): Promise<{ outcome?: string }> => {
  const input = { ...given, graph: currentGraph(given.graph) };
  const arrivals = createArrivals();
  const outside = createOutside(input, arrivals);
  const course = createCourse(input, outside);
  let updates = 0;

  openDoor({
    caseId: input.caseId,
    refuse: (candidate, signature) =>
      candidate.kind === 'taskCompleted' && arrivals.completes(candidate.instance)
        ? { failure: 'taskClosed' }
        : (course.refuse(candidate) ?? unsigned(course, candidate, signature)),
    take: (taken, by) =>
      new Promise((accept, refuse) => {
        updates += 1;
        arrivals.add({ input: taken, by, answer: { accept, refuse } });
      }),
    view: course.view,
    plan: course.plan,
  });

  /** a quiet moment at which the run's history has grown enough to go on as a new run */
  const isTimeToRenew = (): boolean =>
    (workflowInfo().continueAsNewSuggested || updates >= (input.updatesPerRun ?? updatesPerRun)) &&
    outside.isQuiet() &&
    allHandlersFinished();

  await course.begin();
  for (;;) {
    const arrival = arrivals.next();
    if (arrival) await course.take(arrival);
    else if (isEnded(course.state())) break;
    else if (isTimeToRenew()) {
      const { state, seq } = course.view();
      await continueAsNew<typeof live>({
        ...input,
        ...course.version(),
        variables: {},
        spreadsSignals: true,
        snapshot: { state, seq },
      });
    } else await condition(() => !arrivals.isEmpty() || isTimeToRenew());
  }
  outside.stop();
  await condition(() => allHandlersFinished() && outside.isHeard());
  const { outcome } = course.state();
  return outcome === undefined ? {} : { outcome };
};

/**
 * THE interpreter workflow: runs the graph in its input, whatever the procedure. Expected failures never fail it, and a
 * cancellation from outside does not touch it: a case ends only where its model says so, and its record with it.
 */
export const runCase = (input: CaseInput): Promise<{ outcome?: string }> =>
  CancellationScope.nonCancellable(() => live(input));
