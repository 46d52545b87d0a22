import { expect, test } from '@jest/globals';
import { Problems } from '../../../ui/parts/problems.tsx';
import { htmlOf } from '../../../ui/parts/raw.ts';
import type { FormComponent } from '../../../processes/language/form.ts';

const members: FormComponent = {
  type: 'dynamiclist',
  path: 'members',
  label: 'Osoby',
  properties: { row: 'Osoba' },
  components: [{ type: 'textfield', key: 'name', label: 'Imię' }],
};
const summary = (at: string): string =>
  htmlOf(<Problems language="pl" problems={[{ at, code: 'required' }]} components={[members]} />);

test('the summary names the row of a list in words, and the list where a row makes no sense', () => {
  expect(summary('members.1.name')).toContain('Osoba 2, Imię: ');
  expect(summary('members.abc.name')).toContain('>Osoby: ');
});
