import { fail, ok } from '../../processes/language/failure.ts';
import { currentGraph } from '../../workflows/engine/graph-v1.ts';
import { linkGraph, outsideCalls } from '../../workflows/engine/link-graphs.ts';
import type { Binding } from '../../workflows/engine/link-graphs.ts';
import type { DefinitionHash } from '../../processes/language/ids.ts';
import type { Definition } from './directory.ts';
import type { Desk } from './deps.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';

type Found = { hash: DefinitionHash; graph: ProcessGraph };

/** Procedures that call each other deeper than any office's: a circle through ever new ids ends here. */
const mostLinked = 50;

/** Models call a process by its BPMN id, which need not be the id of its procedure. */
const procedureOf = async ({ directory, store }: Desk, called: string): Promise<string | undefined> => {
  if (await directory.newest(called)) return called;
  const all = await store.definitions.list();
  return all.toReversed().find(({ graph }) => graph.processId === called)?.procedureId;
};

const newestOf = async (desk: Desk, called: string): Promise<Found | undefined> => {
  const procedureId = await procedureOf(desk, called);
  const newest = procedureId === undefined ? undefined : await desk.directory.newest(procedureId);
  return newest && { hash: newest.hash, graph: newest.graph };
};

/** The newest version that bears the tag. */
const taggedOf = async (desk: Desk, called: string, tag: string): Promise<Found | undefined> => {
  const { store } = desk;
  const procedureId = await procedureOf(desk, called);
  const versions = (await store.definitions.list()).filter((one) => one.procedureId === procedureId);
  const tagged = versions
    .map(({ _id, version, graph }) => ({ hash: _id, version, graph: currentGraph(graph) }))
    .filter(({ graph }) => graph.versionTag === tag)
    .sort((a, b) => b.version - a.version);
  return tagged[0];
};

const foundBy = (desk: Desk, called: string, binding: Binding): Promise<Found | undefined> =>
  binding.kind === 'versionTag' ? taggedOf(desk, called, binding.tag) : newestOf(desk, called);

type Linked = { graph: ProcessGraph; hashes: DefinitionHash[]; problems: Problem[] };

const problemOf = (at: string, called: string, binding: Binding): Problem => ({
  at,
  code: 'model.called-not-deployed',
  values: { called, ...(binding.kind === 'versionTag' ? { tag: binding.tag } : {}) },
});

/** Links the calls that `bound` chooses, and those that come in with what is linked. */
async function link(desk: Desk, graph: ProcessGraph, bound: (binding: Binding) => boolean): Promise<Linked> {
  const linked: Linked = { graph, hashes: [], problems: [] };
  for (let rounds = 0; rounds < mostLinked; rounds += 1) {
    const refused = new Set(linked.problems.map(({ at }) => at));
    const call = outsideCalls(linked.graph).find(({ at, binding }) => bound(binding) && !refused.has(at));
    if (!call) return linked;
    const found = await foundBy(desk, call.called, call.binding);
    if (!found) {
      linked.problems.push(problemOf(call.at, call.called, call.binding));
      continue;
    }
    const same = outsideCalls(linked.graph).filter(
      ({ called, binding }) => called === call.called && JSON.stringify(binding) === JSON.stringify(call.binding),
    );
    const at = same.map((each) => each.at);
    linked.graph = linkGraph(linked.graph, at, found.graph, found.hash);
    linked.hashes.push(found.hash);
  }
  return linked;
}

/**
 * At deployment: what a call is pinned to (`deployment`, `versionTag`) becomes part of the graph; what it takes in its newest
 * version must be deployed, or the procedure itself. `modelRefused` names each call whose process is not there.
 */
export async function linkPinned(
  desk: Desk,
  procedureId: string,
  graph: ProcessGraph,
): Promise<Result<{ graph: ProcessGraph; hashes: DefinitionHash[] }>> {
  const pinned = await link(desk, graph, ({ kind }) => kind !== 'latest');
  const problems = [...pinned.problems];
  for (const { at, called, binding } of outsideCalls(pinned.graph)) {
    const known = binding.kind !== 'latest' || called === procedureId || (await newestOf(desk, called)) !== undefined;
    if (!known) problems.push(problemOf(at, called, binding));
  }
  return problems.length > 0 ? fail('modelRefused', { problems }) : ok(pinned);
}

/** When a case starts, or moves to another version: calls of the newest version go to what is the newest now. */
export async function linkLatest(desk: Desk, definition: Definition): Promise<Definition> {
  if (outsideCalls(definition.graph).length === 0) return definition;
  const { graph } = await link(desk, definition.graph, () => true);
  return { ...definition, graph };
}
