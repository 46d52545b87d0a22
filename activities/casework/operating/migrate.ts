import { actorRef } from '../actors.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { linkLatest } from '../starting/linked-graph.ts';
import { newId } from '../case-id.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { CaseId, DefinitionHash } from '../../../processes/language/ids.ts';
import type { CaseRecord } from '../../store/records.ts';
import type { Definition } from '../directory.ts';
import type { Desk } from '../deps.ts';
import type { Failure, Result } from '../../../processes/language/failure.ts';
import type { MigrationReport, MigrationRow, VersionRow } from '../../../processes/language/operating.ts';
import type { Scope } from '../../store/scope.ts';

export type MigrationWanted = {
  procedureId: string;
  /** version to go to; the newest when none is named */ to?: DefinitionHash;
  mapping: Record<string, string>;
  /** only these cases */ cases?: CaseId[];
  requestId?: string;
};

/** More than one report shows; what is migrated is not in the next one. */
const mostCases = 200;
/** As many as are asked at once: each is an update of its own. */
const together = 8;

const targetOf = async (desk: Desk, { procedureId, to }: MigrationWanted): Promise<Definition | undefined> => {
  if (to === undefined) return desk.directory.newest(procedureId);
  const record = await desk.store.definitions.find(to);
  return record?.procedureId === procedureId ? desk.directory.definition(to) : undefined;
};

/** Cases of the procedure that run another version, the newest first. */
async function runningElsewhere(
  desk: Desk,
  scope: Scope,
  { procedureId, cases }: MigrationWanted,
  target: DefinitionHash,
): Promise<CaseRecord[]> {
  const found: CaseRecord[] = [];
  for (const status of ['open', 'incident'] as const)
    for (let skip = 0; found.length <= mostCases;) {
      const { rows } = await desk.store.cases.list(scope, { procedureId, status, skip, limit: 100 });
      found.push(...rows.filter((row) => row.definition !== target && (cases?.includes(row._id) ?? true)));
      skip += rows.length;
      if (rows.length === 0) break;
    }
  return found;
}

const rowOf = (
  { _id, number, version }: CaseRecord,
  state: MigrationRow['state'],
  more: Partial<Pick<MigrationRow, 'moves'>> & Partial<Pick<Failure, 'problems' | 'failure'>> = {},
): MigrationRow => ({
  id: _id,
  number,
  version,
  state,
  moves: more.moves ?? [],
  problems: more.problems ?? [],
  ...(more.failure === undefined ? {} : { failure: more.failure }),
});

async function inParts<Made>(records: CaseRecord[], make: (record: CaseRecord) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < records.length; at += together)
    made.push(...(await Promise.all(records.slice(at, at + together).map(make))));
  return made;
}

const versionOf = ({ hash, version, deployedAt }: Definition): VersionRow => ({ hash, version, deployedAt });

async function report(
  desk: Desk,
  scope: Scope,
  wanted: MigrationWanted,
  look: (record: CaseRecord, target: Definition) => Promise<MigrationRow>,
): Promise<Result<MigrationReport>> {
  const target = await targetOf(desk, wanted);
  if (!target) return fail('notFound');
  const linked = await linkLatest(desk, target);
  const records = await runningElsewhere(desk, scope, wanted, target.hash);
  return ok({
    procedure: { id: target.procedure.id, title: target.procedure.title },
    to: versionOf(target),
    mapping: wanted.mapping,
    rows: await inParts(records.slice(0, mostCases), (record) => look(record, linked)),
    more: records.length > mostCases,
  });
}

/** The dry run: for every running case where each token would stand, and what stands against it. Changes nothing. */
export const planMigration = (desk: Desk, scope: Scope, wanted: MigrationWanted): Promise<Result<MigrationReport>> =>
  report(desk, scope, wanted, async (record, { graph }) => {
    const plan = await desk.engine.planMigration(record._id, { graph, mapping: wanted.mapping });
    if (!plan.ok) return rowOf(record, 'refused', plan);
    const { problems } = plan.value;
    const moves = plan.value.moves.map(({ from, to, waiting }) => ({
      from,
      to,
      ...(waiting === undefined ? {} : { waiting }),
    }));
    return rowOf(record, problems.length > 0 ? 'refused' : 'ready', { moves, problems });
  });

/** Puts the running cases on the other version, each as a whole or not at all; tells of each how it went. */
export const migrateCases = (
  desk: Desk,
  scope: Scope,
  actor: Actor,
  wanted: MigrationWanted,
): Promise<Result<MigrationReport>> => {
  const requestId = wanted.requestId ?? newId(desk.clock, desk.random);
  return report(desk, scope, wanted, async (record, { hash, version, graph }) => {
    const done = await desk.engine.migrate(record._id, {
      requestId,
      by: actorRef(actor),
      definition: hash,
      version,
      graph,
      mapping: wanted.mapping,
    });
    return done.ok ? rowOf(record, 'migrated') : rowOf(record, 'refused', done);
  });
};

/** Every deployed version of a procedure, the newest first. */
export async function versionsOf(desk: Desk, procedureId: string): Promise<VersionRow[]> {
  const records = (await desk.store.definitions.list()).filter((record) => record.procedureId === procedureId);
  return records
    .map(({ _id, version, deployedAt }) => ({ hash: _id, version, deployedAt }))
    .sort((a, b) => b.version - a.version);
}
