import type { Parameter } from './parameter.ts';

/** Terms of the Code of Administrative Procedure that models count with. */
export const kpaParameters: Parameter[] = [
  {
    key: 'kpa.appeal',
    value: 'P14D',
    unit: 'term',
    validFrom: '1980-02-01',
    basis: 'KPA art. 129 § 2',
    source: 'Kodeks postępowania administracyjnego; do potwierdzenia',
    confirmed: false,
  },
  {
    key: 'kpa.supplement',
    value: 'P7D',
    unit: 'term',
    validFrom: '2017-06-01',
    basis: 'KPA art. 64 § 2',
    source: 'Kodeks postępowania administracyjnego; do potwierdzenia',
    confirmed: false,
  },
];
