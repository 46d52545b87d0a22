import { actorRef } from './actors.ts';
import { definitionOf } from './directory.ts';
import { canonicalHash } from '../store/content-hash.ts';
import { nextStart } from './starting/timer-starts.ts';
import { tellClocks } from './starting/start-clocks.ts';
import { fail, ok } from '../../processes/language/failure.ts';
import { linkPinned } from './starting/linked-graph.ts';
import type { Actor } from '../../processes/language/party.ts';
import type { Definition } from './directory.ts';
import type { DefinitionHash } from '../../processes/language/ids.ts';
import type { DeployedProcedure, Office, ProcedureBundle } from './office.ts';
import type { Desk } from './deps.ts';

/** Parses, lints, compiles and stores a procedure by its hash. Refused with all problems at once; the same bundle twice changes nothing. */
export async function deploy(desk: Desk, actor: Actor, bundle: ProcedureBundle): ReturnType<Office['deploy']> {
  const compiled = await desk.models.compile(bundle);
  if (!compiled.ok) return compiled;
  const linked = await linkPinned(desk, bundle.manifest.id, compiled.value.graph);
  if (!linked.ok) return linked;
  const { xml } = compiled.value;
  const { graph, hashes } = linked.value;
  // what it is pinned to is part of what it is: another version of that makes another version of this
  const own = compiled.value.hash;
  const hash = hashes.length > 0 ? (canonicalHash([own, ...hashes]) as string as DefinitionHash) : own;
  const newest = await desk.store.definitions.newest(bundle.manifest.id);
  const record = await desk.store.definitions.add({
    _id: hash,
    procedureId: bundle.manifest.id,
    xml,
    graph,
    forms: bundle.forms,
    templates: bundle.templates,
    manifest: bundle.manifest,
    deployedAt: desk.clock().toISOString(),
    deployedBy: actorRef(actor),
  });
  if (newest !== hash) await tellClocks(desk, bundle.manifest.id);
  return ok({ ...deployed(definitionOf(record)), unchanged: newest === hash });
}

const deployed = ({ procedure, hash, version, deployedAt }: Definition): DeployedProcedure => ({
  procedure,
  hash,
  version,
  deployedAt,
});

/** The newest version of every procedure. */
export async function procedures(desk: Desk): Promise<DeployedProcedure[]> {
  const newest = new Map<string, Definition>();
  for (const record of await desk.store.definitions.list()) {
    const known = newest.get(record.procedureId);
    if (!known || known.version < record.version) newest.set(record.procedureId, definitionOf(record));
  }
  return [...newest.values()]
    .map(deployed)
    .sort((a, b) => a.procedure.title.pl.localeCompare(b.procedure.title.pl, 'pl'));
}

export async function procedure(desk: Desk, id: string, hash?: DefinitionHash): ReturnType<Office['procedure']> {
  const newest = await desk.store.definitions.newest(id);
  const wanted = hash ?? newest;
  const record = wanted && (await desk.store.definitions.find(wanted));
  if (!record || record.procedureId !== id) return fail('notFound');
  const definition = definitionOf(record);
  const steps = desk.models.steps(definition.graph);
  const begins = wanted === newest ? nextStart(definition, desk.clock().toISOString()) : undefined;
  return ok({
    ...deployed(definition),
    xml: definition.xml,
    forms: definition.forms,
    steps,
    ...(begins ? { nextStart: begins } : {}),
  });
}
