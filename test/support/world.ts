import { createHash } from 'node:crypto';
import { renderSVG } from 'uqr';
import { createActivities } from '../../activities/index.ts';
import { createCoreEngine } from './core-engine.ts';
import { createDesk, createOffice } from '../../activities/casework/create-office.ts';
import { createModels, readProcedureFolder } from '../../activities/models/index.ts';
import { demoPeople } from '../../activities/demo-city/people.ts';
import { fakeSigning } from './fake-signing.ts';
import { handlerNames, handlerWrites } from '../../activities/tasks/index.ts';
import { memoryStore } from '../../activities/store/memory-store.ts';
import { procedures } from '../../processes/index.ts';
import { seedDemo } from '../../activities/demo-city/seed.ts';
import { typstMaker } from '../../activities/documents/typst-maker.ts';
import type { Actor } from '../../processes/language/party.ts';
import type { Clock, Random } from '../../activities/clock.ts';
import type { CoreEngine } from './core-engine.ts';
import type { Desk } from '../../activities/casework/deps.ts';
import type { Office } from '../../activities/casework/office.ts';
import type { Store } from '../../activities/store/store.ts';

/** A clock that stands still until it is told to move. */
export type TestClock = Clock & { set(iso: string): void; forward(milliseconds: number): void };

export const testClock = (iso: string): TestClock => {
  let now = new Date(iso).getTime();
  return Object.assign(() => new Date(now), {
    set: (to: string) => void (now = new Date(to).getTime()),
    forward: (milliseconds: number) => void (now += milliseconds),
  });
};

/** Bytes that differ at every call and are the same in every run. */
export const testRandom = (): Random => {
  let calls = 0;
  return (bytes) => {
    calls += 1;
    return createHash('shake256', { outputLength: bytes }).update(String(calls)).digest();
  };
};

/** The whole product without servers: the real office, procedures and documents over memory, the pure engine and a fake signature. */
export type World = { office: Office; desk: Desk; store: Store; engine: CoreEngine; clock: TestClock; random: Random };

/** The demo city with every procedure of the catalogue deployed, on a Wednesday within the term of the stipend. */
export async function createWorld(startsAt = '2026-09-09T08:00:00.000Z'): Promise<World> {
  const clock = testClock(startsAt);
  const random = testRandom();
  const store = memoryStore();
  await seedDemo(store);
  const activities = createActivities({
    store,
    engine: {
      start: (input) => engine.start(input),
      deliverSignal: (caseId, command) => engine.deliverSignal(caseId, command),
    },
    maker: typstMaker({ qrSvg: (url) => renderSVG(url) }),
    clock,
    random,
    baseUrl: 'http://obieg.test',
    verificationSecret: 'v'.repeat(32),
  });
  const engine: CoreEngine = createCoreEngine(activities, clock);
  const signing = fakeSigning(demoPeople.map(({ id }) => id));
  const models = createModels(handlerNames, handlerWrites);
  const desk = createDesk({ store, engine, signing, models, clock, random, pepper: 'p'.repeat(32) });
  const office = createOffice(desk);
  for (const manifest of Object.values(procedures)) {
    const bundle = await readProcedureFolder(manifest);
    if (!bundle.ok) throw new Error(`Expected ${manifest.id} to be readable but: ${JSON.stringify(bundle)}`);
    const deployed = await office.deploy({ kind: 'system', name: 'test' }, bundle.value);
    if (!deployed.ok) throw new Error(`Expected ${manifest.id} to deploy but: ${JSON.stringify(deployed.problems)}`);
  }
  return { office, desk, store, engine, clock, random };
}

/** A demo person as an actor; parents hold no office. */
export const actorOf = (id: string): Actor => {
  const person = demoPeople.find((one) => one.id === id);
  if (!person) throw new Error(`Expected a demo person but there is no ${id}`);
  return person.assignments.length > 0 ? { kind: 'staff', person } : { kind: 'parent', person };
};
