import { actorRef } from '../actors.ts';
import { canonicalHash } from '../../store/content-hash.ts';
import { dueAfter } from './timer-starts.ts';
import { newFiling, openCase } from './new-case.ts';
import { newTrackingCode } from '../following/tracking-code.ts';
import { definitionsOf } from './start-clocks.ts';
import type { Clock, Random } from '../../clock.ts';
import type { Definition, Directory } from '../directory.ts';
import type { Due } from './timer-starts.ts';
import type { DueAnswer, DueRequest } from '../../../workflows/ports.ts';
import type { Registry } from './new-case.ts';
import type { StartClock } from '../../../workflows/contract.ts';
import type { Unit } from '../../../processes/language/party.ts';
import type { UnitId } from '../../../processes/language/ids.ts';

export type Timekeeping = Registry & { directory: Directory; clock: Clock; random: Random };

/**
 * How far back a clock looks that does not remember what it has begun: it is new, or its server has lost it. One that
 * remembers misses nothing, however long it was down. Milliseconds.
 */
const catchUp = 31 * 86_400_000;
/** Cases begun by one call, which has a minute. */
const batch = 20;

/** Begins a case for each round that is due by `now`. Throws what has to be tried again, so that no round is passed over. */
export async function beginDue(
  deps: Timekeeping,
  { procedureId, element, now, after: before }: DueRequest,
): Promise<DueAnswer> {
  const versions = await definitionsOf(deps.store, procedureId);
  let after = before ?? new Date(Date.parse(now) - catchUp).toISOString();
  for (let begun = 0; ; begun += 1) {
    const due = dueAfter(versions, element, after);
    if (!due || due.at > now || begun === batch) return { after, ...(due ? { next: due.at } : {}) };
    await begin(deps, { procedureId, element }, due);
    after = due.at;
  }
}

const by = actorRef({ kind: 'system', name: 'clock' });
const channel = 'schedule';

/** One case for a round: its key is the round, so that beginning it again finds the first. */
async function begin(
  deps: Timekeeping,
  { procedureId, element }: StartClock,
  { at, version }: Due<Definition>,
): Promise<void> {
  const filing = newFiling(deps, {
    definition: version,
    unit: await unitOf(deps, version),
    by,
    channel,
    data: { dueAt: at },
    idempotencyKey: `${by}.${procedureId}.${element}.${at}`,
    payloadHash: canonicalHash({ procedureId, channel, element, dueAt: at }),
    // There is no party to tell a code to, so nobody is ever to know it.
    code: newTrackingCode(deps.random),
    pepper: deps.random(32).toString('hex'),
    beginAt: element,
  });
  const opened = filing.ok ? await openCase(deps, filing.value) : filing;
  if (!opened.ok)
    throw new Error(`Expected a case of ${procedureId} for ${at} but: ${opened.failure} ${opened.detail ?? ''}`);
}

async function unitOf({ directory }: Timekeeping, { procedure: { id, unit } }: Definition): Promise<Unit> {
  if (unit === undefined) return directory.department();
  const found = (await directory.units()).get(unit as UnitId);
  if (!found) throw new Error(`Expected the unit ${unit} that ${id} names, but there is none`);
  return found;
}
