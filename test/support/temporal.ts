import { TestWorkflowEnvironment } from '@temporalio/testing';
import { findEngine } from '../../activities/engines/find-engine.ts';
import { loadConfig } from '../../activities/config.ts';
import { systemClock, systemRandom } from '../../activities/clock.ts';
import { createCodec } from '../../activities/temporal/codec.ts';
import { temporalEngine } from '../../activities/temporal/client.ts';
import type { TemporalOptions } from '../../activities/temporal/client.ts';
import { startWorker } from '../../activities/worker.ts';
import type { RunningWorker } from '../../activities/worker.ts';
import { memoryStore } from '../../activities/store/memory-store.ts';
import { installRuntime } from '../../activities/temporal/worker-runtime.ts';
import type { CaseEngine } from '../../activities/casework/case-engine.ts';
import type { CaseActivities, StartActivities } from '../../workflows/ports.ts';

export const codecKey = Buffer.alloc(32, 7).toString('base64');
/** Where the workflow bundle is kept between test runs. */
export const testCache = '.cache/test';

export type TemporalAtHand = {
  env: TestWorkflowEnvironment;
  taskQueue: string;
  engine: CaseEngine & { close(): Promise<void> };
  startWorker(): Promise<RunningWorker>;
  stop(): Promise<void>;
};

/** A real Temporal dev server with our client and worker; only the activities are the test's. */
export async function startTemporalFor(
  activities: CaseActivities & Partial<StartActivities>,
  options: Partial<TemporalOptions> = {},
): Promise<TemporalAtHand> {
  const config = loadConfig();
  if (!config.ok) throw new Error(`Expected a configuration but got ${config.failure}`);
  installRuntime(() => undefined);
  const { path } = await findEngine('temporal', config.value);
  const env = await TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path },
      extraArgs: ['--search-attribute=ObiegUnit=Keyword', '--search-attribute=ObiegProcedure=Keyword'],
    },
  });
  const temporal = { address: env.address, namespace: env.namespace ?? 'default', taskQueue: 'test' };
  const engine = temporalEngine({
    ...temporal,
    codec: createCodec([codecKey], systemRandom),
    clock: systemClock,
    ...options,
  });
  return {
    env,
    taskQueue: temporal.taskQueue,
    engine,
    startWorker: () =>
      startWorker({
        config: {
          ...config.value,
          dataFolder: testCache,
          temporal,
          secrets: { codecKey, verification: 'v'.repeat(32) },
        },
        store: memoryStore(),
        clock: systemClock,
        random: systemRandom,
        log: () => undefined,
        activities,
      }),
    async stop() {
      await engine.close();
      await env.teardown();
    },
  };
}
