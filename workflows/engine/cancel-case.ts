import { clearScope } from './cancel.ts';
import { ownerOf, type Run } from './run.ts';
import { closeWhenEmpty } from './scopes.ts';
import { undoAll } from './undo.ts';

/** Ends every process of the case before its time; with `undo`, what it completed is undone first, the last first. */
export const cancelCase = (run: Run, undo: boolean): string | undefined => {
  const processes = Object.entries(run.state.scopes)
    .filter(([id, scope]) => ownerOf(run.state, id) === undefined && !scope.ended)
    .map(([id]) => id);
  for (const [id, { instance }] of Object.entries(run.state.subscriptions))
    if (instance === '') delete run.state.subscriptions[id];
  for (const scope of processes) {
    clearScope(run, scope);
    if (!(undo && undoAll(run, scope))) closeWhenEmpty(run, scope);
  }
  return undefined;
};
