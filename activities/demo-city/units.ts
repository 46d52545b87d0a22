import type { Unit, UnitKind } from '../../processes/language/party.ts';
import type { UnitId } from '../../processes/language/ids.ts';

/** Przykładowo: a city that does not exist, as large as a real one: 153 units and its Wydział Oświaty. */
type Series = { id: string; symbol: string; kind: UnitKind; count: number; named: (number: number) => string };

const roman = (number: number): string => {
  const signs: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = number;
  let text = '';
  for (const [value, sign] of signs) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
};

const series: Series[] = [
  { id: 'p', symbol: 'P', kind: 'kindergarten', count: 62, named: (n) => `Przedszkole nr ${n} w Przykładowie` },
  { id: 'sp', symbol: 'SP', kind: 'school', count: 58, named: (n) => `Szkoła Podstawowa nr ${n} w Przykładowie` },
  {
    id: 'lo',
    symbol: 'LO',
    kind: 'school',
    count: 21,
    named: (n) => `${roman(n)} Liceum Ogólnokształcące w Przykładowie`,
  },
  { id: 'zs', symbol: 'ZS', kind: 'school', count: 12, named: (n) => `Zespół Szkół nr ${n} w Przykładowie` },
];

const streets = [
  'Klonowa',
  'Lipowa',
  'Szkolna',
  'Ogrodowa',
  'Jesionowa',
  'Polna',
  'Wiśniowa',
  'Krótka',
  'Jarzębinowa',
  'Słoneczna',
  'Łąkowa',
];
const addressOf = (place: number): string =>
  `ul. ${streets[place % streets.length] ?? 'Szkolna'} ${1 + Math.floor(place / streets.length) * 2}, 00-000 Przykładowo`;

export const department: Unit = {
  id: 'wydzial' as UnitId,
  kind: 'department',
  name: 'Wydział Oświaty Urzędu Miasta Przykładowo',
  address: 'pl. Ratuszowy 1, 00-000 Przykładowo',
  symbol: 'WO',
};

export const demoUnits: Unit[] = series
  .flatMap(({ id, symbol, kind, count, named }) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${id}-${index + 1}` as UnitId,
      kind,
      name: named(index + 1),
      symbol: `${symbol}${index + 1}`,
    })),
  )
  .map((unit, place) => ({ ...unit, address: addressOf(place) }));
