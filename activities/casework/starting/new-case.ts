import { inputOf } from './case-input.ts';
import { codeHash } from '../following/tracking-code.ts';
import { countTerm } from '../../../processes/language/term.ts';
import { localDateOf } from '../../../processes/language/zone.ts';
import { newCaseId } from '../case-id.ts';
import { ok } from '../../../processes/language/failure.ts';
import { parametersOn } from '../../../processes/law/parameters.ts';
import type { CaseEngine } from '../case-engine.ts';
import type { CaseRecord } from '../../store/records.ts';
import type { Clock, Random } from '../../clock.ts';
import type { Definition } from '../directory.ts';
import type { Shelf } from './linked-graph.ts';
import type { ElementId, JsonObject, PersonId } from '../../../processes/language/ids.ts';
import type { NewFiling, Store } from '../../store/store.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Unit } from '../../../processes/language/party.ts';

/** What a case is made of, whoever begins it: a party, an office, or the clock. */
export type NewCase = {
  definition: Definition;
  unit: Unit;
  /** who begins it, as the record names them */ by: string;
  channel: 'web' | 'paper' | 'schedule';
  data: JsonObject;
  idempotencyKey: string;
  payloadHash: string;
  /** tracking code, and the key it is hashed with */ code: string;
  pepper: string;
  attachments?: NewFiling['attachments'];
  subject?: string;
  applicant?: PersonId;
  /** the start event that has happened; absent: the none start event */ beginAt?: ElementId;
};

/** A filing of today: statutory term counted, parameters of the law frozen, register chosen. */
export function newFiling({ clock, random }: { clock: Clock; random: Random }, given: NewCase): Result<NewFiling> {
  const { definition, unit, by, idempotencyKey, payloadHash, attachments = [], subject, applicant, beginAt } = given;
  const { procedure, hash, version } = definition;
  const now = clock();
  const filedOn = localDateOf(now.toISOString());
  const frozen = parametersOn(filedOn, procedure.parameters);
  if (!frozen.ok) return frozen;
  const id = newCaseId(clock, random);
  const { duration, basis, until } = procedure.term;
  return ok({
    idempotencyKey,
    payloadHash,
    register: { symbol: unit.symbol, jrwa: procedure.jrwa, year: Number(filedOn.slice(0, 4)) },
    by,
    attachments,
    case: {
      _id: id,
      procedureId: procedure.id,
      definition: hash,
      version,
      unit: unit.id,
      ...(subject === undefined ? {} : { subject }),
      ...(applicant === undefined ? {} : { applicant }),
      ...(beginAt === undefined ? {} : { beginAt }),
      codeHash: codeHash(given.pepper, id, given.code),
      filedOn,
      startedAt: now.toISOString(),
      term: { ...countTerm(filedOn, duration), basis, ...(until === undefined ? {} : { until }) },
      parameters: frozen.value,
      variables: { ...given.data, channel: given.channel, unit: unit.id, unitName: unit.name, filedOn },
    },
  });
}

export type Registry = Shelf & { store: Pick<Store, 'cases' | 'submissions'>; engine: Pick<CaseEngine, 'start'> };

/** Stores a filing, then tells the engine; one that is out of reach gets it from the sweeper. Filed twice, it is the first case. */
export async function openCase(
  registry: Registry,
  filing: NewFiling,
): Promise<Result<{ record: CaseRecord; started: boolean }>> {
  const { store, engine } = registry;
  const filed = await store.cases.file(filing);
  if (!filed.ok) return filed;
  const record = filed.value.case;
  const started = await engine.start(await inputOf(registry, record));
  if (started.ok) await store.submissions.markStarted(filing.idempotencyKey);
  return ok({ record, started: started.ok });
}
