import { json } from '../http/answer.ts';
import { receipts } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';

const tag = 'health';
const who = 'anyone';
const answers = { status: 200, schema: receipts.health } as const;
/** Milliseconds; a probe that hangs tells nobody anything. */
const patience = 2000;

/** For those who run it. */
export const healthRoutes = (deps: AppDeps): Route[] => [
  route({
    method: 'get',
    path: '/health/live',
    id: 'getLive',
    tag,
    who,
    summary: 'This process answers',
    answers,
    handle: () => json({ status: 'live' }),
  }),
  route({
    method: 'get',
    path: '/health/ready',
    id: 'getReady',
    tag,
    who,
    summary: 'Requests can be served: the store answers. Without the engine applications are still taken (`degraded`)',
    answers,
    failures: ['storeUnavailable'],
    async handle() {
      const [store, engine] = await Promise.all([
        within(deps.store.ping().then(() => true)),
        within(deps.engine.ping().then((result) => result.ok)),
      ]);
      const status = store ? (engine ? 'ready' : 'degraded') : 'unavailable';
      return json({ status, store: word(store), engine: word(engine) }, store ? 200 : 503);
    },
  }),
];

const word = (answers: boolean): string => (answers ? 'reachable' : 'unreachable');

async function within(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patience, false)));
  try {
    return await Promise.race([answer.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
