import { describe, expect, test } from '@jest/globals';
import { isNip, isNrb, isPesel, isRegon } from '../../../processes/language/identifiers.ts';

const vectors = [
  {
    name: 'PESEL',
    check: isPesel,
    valid: ['44051401359', '02070803628'],
    invalid: ['44051401358', '99023000019', '00000000000', '4405140135'],
  },
  {
    name: 'NIP',
    check: isNip,
    valid: ['9462575811', '5265877635', '5260250274', '1234563218'],
    invalid: ['9462575812', '0000000000', '946257581', '94625758l1'],
  },
  {
    name: 'REGON',
    check: isRegon,
    valid: ['431019514', '123456785', '12345678512347'],
    invalid: ['431019515', '000000000', '12345678512348', '00000000000000'],
  },
  {
    name: 'NRB',
    check: isNrb,
    valid: ['PL61109010140000071219812874', 'PL60102010260000042270201111', '61 1090 1014 0000 0712 1981 2874'],
    invalid: ['PL61109010140000071219812875', '6110901014000007121981287', ''],
  },
];

describe.each(vectors)('$name', ({ check, valid, invalid }) => {
  test.each(valid)('%s is accepted', (text) => expect(check(text)).toBe(true));
  test.each(invalid)('"%s" is refused', (text) => expect(check(text)).toBe(false));
});
