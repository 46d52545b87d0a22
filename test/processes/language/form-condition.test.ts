import { describe, expect, test } from '@jest/globals';
import { hiddenBy, readCondition } from '../../../processes/language/form-condition.ts';
import type { TextField } from '../../../processes/language/form.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';

const field = (hide?: string): TextField => ({
  type: 'textfield',
  key: 'reason',
  label: 'Powód',
  ...(hide === undefined ? {} : { conditional: { hide } }),
});
const hidden = (hide: string, data: JsonObject): boolean => hiddenBy(field(hide), data);

describe('hiddenBy', () => {
  test('shows a component that has no condition', () => {
    expect(hiddenBy(field(), {})).toBe(false);
  });

  test.each<[string, JsonObject, boolean]>([
    ['=decision != "refuse"', { decision: 'refuse' }, false],
    ['=decision != "refuse"', { decision: 'grant' }, true],
    ['=decision != "refuse"', {}, true],
    ['=decision = "refuse"', { decision: 'refuse' }, true],
    ['= late=true', { late: true }, true],
    ['=late != true', {}, true],
    ['=late = false', {}, true],
    ['=members = 3', { members: '3' }, true],
    ['=members != 3', { members: 4 }, true],
    ['=reason = null', { reason: '' }, true],
    ['=family.size = 2', { family: { size: 2 } }, true],
    ['=label = "a \\" b"', { label: 'a " b' }, true],
  ])('%s over %j is %p', (hide, data, expected) => {
    expect(hidden(hide, data)).toBe(expected);
  });

  test.each(['=a > 3', 'a = 3', '=a = b', '=a = 3 and b = 4', '=f(a) = 1', '='])(
    'refuses to guess what %s means',
    (hide) => {
      expect(readCondition(hide)).toBeUndefined();
      expect(() => hidden(hide, {})).toThrow('Expected a condition');
    },
  );
});
