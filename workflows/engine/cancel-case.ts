import { clearScope } from './cancel.ts';
import { ownerOf, type Run } from './run.ts';
import { closeWhenEmpty } from './scopes.ts';
import { undoAll } from './undo.ts';
import { withdraw } from './waits.ts';

/** Ends every process of the case before its time; with `undo`, what it completed is undone first, the last first. */
export const cancelCase = (run: Run, undo: boolean): string | undefined => {
  const processes = Object.entries(run.state.scopes)
    .filter(([id, scope]) => ownerOf(run.state, id) === undefined && !scope.ended)
    .map(([id]) => id);
  withdraw(run, '');
  for (const scope of processes) {
    clearScope(run, scope);
    if (!(undo && undoAll(run, scope))) closeWhenEmpty(run, scope);
  }
  return undefined;
};
