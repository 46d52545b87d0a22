import type { Person, Role } from '../../processes/language/party.ts';
import type { PersonId, UnitId } from '../../processes/language/ids.ts';

const person = (id: string, name: string, ...held: [Role, string][]): Person => ({
  id: id as PersonId,
  name,
  email: `${id}@przykladowo.example`,
  assignments: held.map(([role, unit]) => ({ role, unit: unit as UnitId })),
});

/** Invented people, at least one for each role; the second school and the kindergarten show that units do not see each other. */
export const demoPeople: Person[] = [
  person('secretary-sp-1', 'Halina Wrzos', ['secretary', 'sp-1']),
  person('director-wydzial', 'Ewaryst Świerk', ['director', 'wydzial']),
  person('director-sp-1', 'Bogumił Kasztan', ['director', 'sp-1']),
  person('secretary-sp-2', 'Celina Jarząb', ['secretary', 'sp-2']),
  person('director-sp-2', 'Zenobia Łoza', ['director', 'sp-2']),
  person('secretary-p-1', 'Ludmiła Miłek', ['secretary', 'p-1']),
  person('director-p-1', 'Gracjan Śliwiński-Dąb', ['director', 'p-1']),
  person('secretary-lo-1', 'Teodora Chaber', ['secretary', 'lo-1']),
  person('clerk-wydzial', 'Żaneta Głóg', ['clerk', 'wydzial']),
  person('clerk-2-wydzial', 'Wincenty Rumianek', ['clerk', 'wydzial']),
  person('administrator', 'Idalia Mak', ['administrator', 'wydzial']),
  person('parent-1', 'Melania Bławatek'),
  person('parent-2', 'Олена Калина'),
];
