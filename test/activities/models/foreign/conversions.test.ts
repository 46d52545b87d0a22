import { expect, test } from '@jest/globals';
import { convert, input, io, modelOf, output, within } from './converting.ts';

test.each<[string, string[]]>([
  [
    within('serviceTask', 'camunda:type="external" camunda:topic="mail" camunda:asyncBefore="true"'),
    ['x model.foreignConverted type, topic', 'x model.foreignIdle asyncBefore'],
  ],
  [within('serviceTask', 'camunda:class="com.example.Mail"'), []],
  [within('scriptTask', '', io(input('a', '${b}'))), ['x model.foreignConverted inputOutput']],
  // one parameter of the two is refused, so that the whole is no news of success
  [within('userTask', '', io(`${input('a', '${b}')}${output('c', '${d}')}`)), []],
  [within('userTask', 'name="plain"'), []],
])('what became of %s is told by element', async (body, expected) => {
  expect((await convert(modelOf(body))).converted).toEqual(expected);
});
