import type { AppDeps } from '../deps.ts';
import type { Auth } from './auth.ts';
import type { Pages } from '../../ui/contract.ts';

type DemoPerson = Pages['sign-in']['people'][number];

/** The invented people of the demo city, as the start page and the demo provider list them. */
export async function demoPeople({ store }: Pick<AppDeps, 'store'>, auth: Pick<Auth, 'units'>): Promise<DemoPerson[]> {
  const [people, units] = await Promise.all([store.people.list(), auth.units()]);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return people.map(({ _id, name, assignments }) => {
    const [first] = assignments;
    return {
      id: _id,
      name,
      roles: [...new Set(assignments.map(({ role }) => role))],
      unit: first ? (nameOf.get(first.unit) ?? first.unit) : '',
    };
  });
}
