import type { Clock } from '../clock.ts';
import type { DefinitionHash, PersonId, UnitId } from '../../processes/language/ids.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import { currentGraph } from '../../workflows/engine/graph-v1.ts';
import type { DefinitionRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../../processes/language/party.ts';

/** A definition with its stored parts given their types back. */
export type Definition = {
  hash: DefinitionHash;
  version: number;
  procedure: Procedure;
  graph: ProcessGraph;
  xml: string;
  forms: Record<string, FormSchema>;
  templates: Record<string, string>;
  deployedAt: string;
};

/** Units, people and definitions, remembered: definitions for ever (they never change), the others for a minute. */
export type Directory = {
  definition(hash: DefinitionHash): Promise<Definition>;
  newest(procedureId: string): Promise<Definition | undefined>;
  units(): Promise<Map<UnitId, Unit>>;
  unitName(id: UnitId): Promise<string>;
  department(): Promise<Unit>;
  personName(id: PersonId | string): Promise<string>;
};

export const definitionOf = (record: DefinitionRecord): Definition => ({
  hash: record._id,
  version: record.version,
  procedure: record.manifest as Procedure,
  graph: currentGraph(record.graph),
  xml: record.xml,
  forms: record.forms as Record<string, FormSchema>,
  templates: record.templates,
  deployedAt: record.deployedAt,
});

/** How long a list of units or people may be old, in milliseconds. */
const freshFor = 60_000;

const remembered = <Value>(clock: Clock, load: () => Promise<Value>): (() => Promise<Value>) => {
  let held: { value: Promise<Value>; until: number } | undefined;
  return () => {
    const now = clock().getTime();
    if (!held || held.until < now) {
      const value = load();
      held = { value, until: now + freshFor };
      value.catch(() => (held = undefined));
    }
    return held.value;
  };
};

export function createDirectory(store: Pick<Store, 'definitions' | 'units' | 'people'>, clock: Clock): Directory {
  const definitions = new Map<DefinitionHash, Definition>();
  const units = remembered(clock, async () => new Map((await store.units.list()).map((unit) => [unit.id, unit])));
  const names = remembered(clock, async () => new Map((await store.people.list()).map(({ _id, name }) => [_id, name])));
  const keep = (record: DefinitionRecord): Definition => {
    const definition = definitionOf(record);
    definitions.set(definition.hash, definition);
    return definition;
  };
  const definition = async (hash: DefinitionHash): Promise<Definition> => {
    const known = definitions.get(hash);
    if (known) return known;
    const record = await store.definitions.find(hash);
    if (!record) throw new Error(`Expected definition ${hash} to be stored, but it is not`);
    return keep(record);
  };
  return {
    definition,
    async newest(procedureId) {
      const hash = await store.definitions.newest(procedureId);
      return hash && definition(hash);
    },
    units,
    unitName: async (id) => (await units()).get(id)?.name ?? id,
    async department() {
      const found = [...(await units()).values()].find((unit) => unit.kind === 'department');
      if (!found) throw new Error('Expected one unit of kind department, but there is none: run `obieg seed`');
      return found;
    },
    personName: async (id) => (await names()).get(id as PersonId) ?? '',
  };
}
