import { clockId } from '../case-engine.ts';
import { definitionOf } from '../directory.ts';
import { dueAfter, timerStarts } from './timer-starts.ts';
import type { Definition } from '../directory.ts';
import type { Desk } from '../deps.ts';
import type { StartClock } from '../../../workflows/contract.ts';
import type { Store } from '../../store/store.ts';

const inOrder = (a: Definition, b: Definition): number => a.version - b.version;

/** All versions of a procedure, the first one first. */
export const definitionsOf = async (
  { definitions }: Pick<Store, 'definitions'>,
  procedureId: string,
): Promise<Definition[]> =>
  (await definitions.list())
    .filter((record) => record.procedureId === procedureId)
    .map(definitionOf)
    .sort(inOrder);

const clocksOf = (procedureId: string, versions: Definition[]): StartClock[] =>
  [...new Set(versions.flatMap(({ graph }) => timerStarts(graph).map(({ id }) => id)))].map((element) => ({
    procedureId,
    element,
  }));

/**
 * After a deployment: the clocks of the version and of the one it replaces look again. An engine that is out of reach is
 * told by the sweeper.
 */
export async function tellClocks({ store, engine }: Desk, procedureId: string): Promise<void> {
  const versions = (await definitionsOf(store, procedureId)).slice(-2);
  for (const clock of clocksOf(procedureId, versions)) if (!(await engine.keepTime(clock)).ok) return;
}

/**
 * Compares the clocks that should run with those that do, and sees to the difference: a version that this process has not
 * told of yet, a clock that is gone, one that is no longer wanted. Throws nothing for an engine that is out of reach.
 */
export const createTimekeeper = ({ store, engine, clock: time }: Desk): (() => Promise<void>) => {
  const told = new Map<string, string>();
  const see = async (clock: StartClock, versions: Definition[], running: Set<string>): Promise<void> => {
    const id = clockId(clock);
    const newest = versions.at(-1);
    const isWanted = newest !== undefined && timerStarts(newest.graph).some((node) => node.id === clock.element);
    const isNews = isWanted && told.get(id) !== newest.hash;
    const goesOn = isWanted && dueAfter(versions, clock.element, time().toISOString()) !== undefined;
    if (!isNews && running.has(id) === goesOn) return;
    const kept = await engine.keepTime(clock);
    if (kept.ok && isWanted) told.set(id, newest.hash);
  };
  return async () => {
    const all = (await store.definitions.list()).map(definitionOf).sort(inOrder);
    const wanted = [...new Set(all.map(({ procedure }) => procedure.id))].flatMap((id) => {
      const versions = all.filter(({ procedure }) => procedure.id === id);
      return clocksOf(id, versions).map((clock) => ({ clock, versions }));
    });
    if (wanted.length === 0) return;
    const running = await engine.clocks();
    if (!running.ok) return;
    for (const { clock, versions } of wanted) await see(clock, versions, running.value);
  };
};
