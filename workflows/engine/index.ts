/** The engine as its adapter sees it. */
export { step, start, type Step } from './step.ts';
export { openTasks, pendingActivities, refuse } from './waiting.ts';
export { isEnded, pendingTimers, type EngineState } from './state.ts';
export type { GraphNode, ProcessGraph } from './graph.ts';
