import { WorkflowUpdateFailedError } from '@temporalio/client';
import { systemRandom } from '../clock.ts';
import type { Config } from '../config.ts';
import { failureOf } from '../temporal/failures.ts';
import { fail } from '../../processes/language/failure.ts';
import type { Failure } from '../../processes/language/failure.ts';
import type { CaseId, DefinitionHash, Instant, UnitId } from '../../processes/language/ids.ts';
import { queries } from '../../workflows/contract.ts';
import type { CaseInput, EngineView } from '../../workflows/contract.ts';
import type { Input } from '../../workflows/engine/contract.ts';
import type { CaseActivities } from '../../workflows/ports.ts';
import type { Beginning } from './running-case.ts';
import { updateOf } from './engine-updates.ts';
import { startServerRun } from './server-run.ts';

const inputOf = ({ graph, variables }: Beginning, caseId: CaseId, startedAt: Instant): CaseInput => ({
  format: 1,
  caseId,
  procedureId: graph.processId,
  unit: 'run' as UnitId,
  definition: '0'.repeat(64) as DefinitionHash,
  graph,
  startedAt,
  variables,
  awaitEvent: true,
});

/** An update that the case does not know, or that fails in it, is no end of the run. */
const failureIn = (error: unknown): Failure => {
  try {
    return failureOf(error);
  } catch {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    return fail('conflict', { detail: error.cause?.message ?? error.message });
  }
};

/** What can be said to a case on a server. */
export type EngineLink = {
  now(): Instant;
  view(): Promise<EngineView>;
  update(input: Input): Promise<Failure | undefined>;
  /** time passes until then, on a server that can skip it */ passUntil(instant: Instant): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a case on a server of its own, and takes it to another one when time has to be skipped there. */
export const linkToCase = async (
  config: Config,
  beginning: Beginning,
  skips: boolean,
  activities: CaseActivities,
): Promise<EngineLink> => {
  const caseId = `run-${systemRandom(8).toString('hex')}` as CaseId;
  let requests = 0;
  const begin = (now: Instant): CaseInput => inputOf(beginning, caseId, now);
  let run = await startServerRun(config, skips, activities, begin);
  const view = (): Promise<EngineView> => run.handle.query<EngineView>(queries.view);
  const moveHouse = async (): Promise<void> => {
    const { state, seq } = await view();
    await run.stop();
    run = await startServerRun(config, true, activities, (now) => ({ ...begin(now), snapshot: { state, seq } }));
  };
  return {
    now: () => run.clock.now(),
    async view() {
      const seen = await view();
      await run.clock.read();
      return seen;
    },
    async update(input) {
      const asked = updateOf(caseId, input, `request-${(requests += 1)}`);
      if (!asked) return fail('invalidInput', { detail: `A case on a server takes no ${input.kind} from outside` });
      try {
        await run.handle.executeUpdate(asked.name, { args: [asked.command] });
        return undefined;
      } catch (error) {
        return failureIn(error);
      }
    },
    async passUntil(instant) {
      if (!run.skipsTime) await moveHouse();
      await run.clock.pass(Date.parse(instant) - Date.parse(await run.clock.read()));
    },
    stop: () => run.stop(),
  };
};
