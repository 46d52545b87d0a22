import { fail, ok } from '../../../processes/language/failure.ts';
import { currentGraph } from '../../../workflows/engine/graph-v1.ts';
import { linkGraph, outsideCalls } from '../../../workflows/engine/link-graphs.ts';
import type { Binding } from '../../../workflows/engine/link-graphs.ts';
import type { DefinitionHash } from '../../../processes/language/ids.ts';
import type { Definition, Directory } from '../directory.ts';
import type { Problem, Result } from '../../../processes/language/failure.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { Store } from '../../store/store.ts';

/** Where deployed procedures are found. */
export type Shelf = { directory: Pick<Directory, 'definition' | 'newest'>; store: Pick<Store, 'definitions'> };

type Found = { hash: DefinitionHash; graph: ProcessGraph };

/** Procedures that call each other deeper than any office's: a circle through ever new ids ends here. */
const mostLinked = 50;

/** Models call a process by its BPMN id, which need not be the id of its procedure. */
const procedureOf = async ({ directory, store }: Shelf, called: string): Promise<string | undefined> => {
  if (await directory.newest(called)) return called;
  const all = await store.definitions.list();
  return all.toReversed().find(({ graph }) => graph.processId === called)?.procedureId;
};

const newestOf = async (shelf: Shelf, called: string): Promise<Found | undefined> => {
  const procedureId = await procedureOf(shelf, called);
  const newest = procedureId === undefined ? undefined : await shelf.directory.newest(procedureId);
  return newest && { hash: newest.hash, graph: newest.graph };
};

/** The newest version that bears the tag. */
const taggedOf = async (shelf: Shelf, called: string, tag: string): Promise<Found | undefined> => {
  const { store } = shelf;
  const procedureId = await procedureOf(shelf, called);
  const versions = (await store.definitions.list()).filter((one) => one.procedureId === procedureId);
  const tagged = versions
    .map(({ _id, version, graph }) => ({ hash: _id, version, graph: currentGraph(graph) }))
    .filter(({ graph }) => graph.versionTag === tag)
    .sort((a, b) => b.version - a.version);
  return tagged[0];
};

const foundBy = (shelf: Shelf, called: string, binding: Binding): Promise<Found | undefined> =>
  binding.kind === 'versionTag' ? taggedOf(shelf, called, binding.tag) : newestOf(shelf, called);

type Linked = { graph: ProcessGraph; hashes: DefinitionHash[]; problems: Problem[] };

const problemOf = (at: string, called: string, binding: Binding): Problem => ({
  at,
  code: 'model.called-not-deployed',
  values: { called, ...(binding.kind === 'versionTag' ? { tag: binding.tag } : {}) },
});

/** Links the calls that `bound` chooses, and those that come in with what is linked. */
async function link(shelf: Shelf, graph: ProcessGraph, bound: (binding: Binding) => boolean): Promise<Linked> {
  const linked: Linked = { graph, hashes: [], problems: [] };
  for (let rounds = 0; rounds < mostLinked; rounds += 1) {
    const refused = new Set(linked.problems.map(({ at }) => at));
    const call = outsideCalls(linked.graph).find(({ at, binding }) => bound(binding) && !refused.has(at));
    if (!call) return linked;
    const found = await foundBy(shelf, call.called, call.binding);
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
  shelf: Shelf,
  procedureId: string,
  graph: ProcessGraph,
): Promise<Result<{ graph: ProcessGraph; hashes: DefinitionHash[] }>> {
  const pinned = await link(shelf, graph, ({ kind }) => kind !== 'latest');
  const problems = [...pinned.problems];
  for (const { at, called, binding } of outsideCalls(pinned.graph)) {
    const known = binding.kind !== 'latest' || called === procedureId || (await newestOf(shelf, called)) !== undefined;
    if (!known) problems.push(problemOf(at, called, binding));
  }
  return problems.length > 0 ? fail('modelRefused', { problems }) : ok(pinned);
}

/** When a case starts, or moves to another version: calls of the newest version go to what is the newest now. */
export async function linkLatest(shelf: Shelf, definition: Definition): Promise<Definition> {
  if (outsideCalls(definition.graph).length === 0) return definition;
  const { graph } = await link(shelf, definition.graph, () => true);
  return { ...definition, graph };
}
