import { demoPeople as invented } from '../../activities/demo-city/people.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from './auth.ts';
import type { PersonRecord } from '../../activities/store/records.ts';
import type { Role } from '../../processes/language/party.ts';
import type { Pages } from '../../ui/contract.ts';

/** The order in which a case passes through people's hands: the tour of a newcomer. */
const course: (Role | undefined)[] = [undefined, 'secretary', 'clerk', 'director', 'administrator'];
const cast = new Map(invented.map(({ id }, index) => [id, index]));

type DemoPerson = Pages['sign-in']['people'][number];

/** The invented people of the demo city, as the start page and the demo provider list them. */
export async function demoPeople({ store }: Pick<AppDeps, 'store'>, auth: Pick<Auth, 'units'>): Promise<DemoPerson[]> {
  const [people, units] = await Promise.all([store.people.list(), auth.units()]);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const place = ({ _id, assignments }: PersonRecord): number =>
    course.indexOf(assignments[0]?.role) * invented.length + (cast.get(_id) ?? 0);
  return people
    .toSorted((a, b) => place(a) - place(b))
    .map(({ _id, name, assignments }) => {
      const [first] = assignments;
      return {
        id: _id,
        name,
        roles: [...new Set(assignments.map(({ role }) => role))],
        unit: first ? (nameOf.get(first.unit) ?? first.unit) : '',
      };
    });
}
