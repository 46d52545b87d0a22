import { z } from 'zod';
import type { Actor, Unit } from '../../processes/language/party.ts';
import type { AppDeps } from '../deps.ts';
import type { Pages } from '../../ui/contract.ts';
import type { Visit } from '../http/visit.ts';

const perPage = 20;

/** `?page=2`; whatever is no page number is the first page, as with every other filter in the URL. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
/** An empty choice in a filter form means "all". */
export const choice = z
  .string()
  .max(200)
  .transform((value) => (value === '' ? undefined : value))
  .optional();

export const window = (page: number): { skip: number; limit: number } => ({
  skip: (page - 1) * perPage,
  limit: perPage,
});
export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / perPage));

type Choices = Pick<Pages['cases'], 'procedures' | 'units'>;

/** What filters offer: every procedure, and the units the reader can see. */
export async function choices({ office }: AppDeps, visit: Visit): Promise<Choices> {
  const deployed = await office.procedures();
  return {
    procedures: deployed.map(({ procedure: { id, title } }) => ({ id, title })),
    units: unitsSeenBy(visit.actor, visit.units).map(({ id, name }) => ({ id, name })),
  };
}

function unitsSeenBy(actor: Actor, units: Unit[]): Unit[] {
  if (actor.kind !== 'staff') return [];
  const own = units.filter(({ id }) => actor.person.assignments.some(({ unit }) => unit === id));
  return own.some(({ kind }) => kind === 'department') ? units : own;
}

/** Only what is there, for types that tell absent from undefined. */
export const present = <Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
