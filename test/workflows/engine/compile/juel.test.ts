import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property } from 'fast-check';
import type { Json, JsonObject } from '../../../../processes/language/ids.ts';
import { juelToFeel } from '../../../../workflows/engine/compile/juel.ts';
import { evaluate, readExpression } from '../../../../workflows/engine/feel.ts';

const variables: JsonObject = {
  amount: 1500,
  approved: true,
  name: 'Łucja',
  code: 'SP-12',
  nothing: null,
  blank: '',
  list: ['a', 'b', 'c'],
  none: [],
  map: { key: 'x', count: 2, inner: { deep: 7 } },
  i: 1,
};

const valueOf = (text: string): Json => {
  const converted = juelToFeel(text);
  if ('problem' in converted) throw new Error(`Expected ${text} to be converted but: ${converted.problem}`);
  const read = readExpression(converted.feel);
  if ('problem' in read) throw new Error(`Expected FEEL but got ${converted.feel}`);
  const result = evaluate(read, (each) => variables[each], '2026-11-23T12:00:00.000Z');
  return result.ok ? result.value : { fault: result.detail ?? '' };
};

describe('an expression of Java becomes FEEL', () => {
  test.each([
    ['${amount > 1000}', 'amount > 1000'],
    ['#{approved == true}', 'approved = true'],
    ['${amount gt 1000 && approved || name eq "x"}', '((amount > 1000) and approved) or (name = "x")'],
    ["amount >= 10 && status != 'closed'", '(amount >= 10) and (status != "closed")'],
    ['${!approved}', 'approved != true'],
    ['${a.b.c}', 'a.b.c'],
    ['${list[0]}', 'list[1]'],
    ['${list[i + 1]}', 'list[(i + 1) + 1]'],
    ['${map["key"]}', 'get value(map, "key")'],
    ['${execution.getVariable("amount") < 5}', 'amount < 5'],
    ['${approved ? "tak" : \'nie\'}', 'if approved then "tak" else "nie"'],
    ['${a - b - c * 2}', '(a - b) - (c * 2)'],
    ['${(a) == (b)}', 'a = b'],
    ['${100L + 1.50f}', '100 + 1.5'],
    ['${code.startsWith("SP")}', 'starts with(code, "SP")'],
    ['Hello ${name}!', '"Hello " + (if name = null then "" else string(name)) + "!"'],
    ['\\${name}', '"${name}"'],
    ['${"a \\"b\\" \\\\ c"}', '"a \\"b\\" \\\\ c"'],
    ['${now()}', 'now()'],
    ['${nrOfCompletedInstances / nrOfInstances >= 0.5}', '(nrOfCompletedInstances / nrOfInstances) >= 0.5'],
    ['${loopCounter == 0}', '(loopCounter - 1) = 0'],
  ])('%s is %s', (text, feel) => {
    expect(juelToFeel(text)).toEqual({ feel });
  });

  test.each([
    ['${amount > 1000 and not empty name}', true],
    ['${empty nothing}', true],
    ['${empty blank}', true],
    ['${empty none}', true],
    ['${empty list}', false],
    ['${empty map}', false],
    ['${!empty list[0]}', true],
    ['${!nothing}', true],
    ['${!(nothing > 1)}', true],
    ['${(nothing > 1) == false}', true],
    ['${nothing == null}', true],
    ['${nothing != null && nothing.size() > 0}', false],
    ['${list.contains("b")}', true],
    ['${list.contains("z")}', false],
    ['${code.contains("P-1")}', true],
    ['${code.endsWith("12")}', true],
    ['${name.equals("Łucja")}', true],
    ['"sp-12".equalsIgnoreCase(code)', true],
    ['${list.size() == 3}', true],
    ['${map.size()}', 3],
    ['${map.inner.deep}', 7],
    ['${map["inner"].deep}', 7],
    ['${list.isEmpty()}', false],
    ['${none.isEmpty()}', true],
    ['${blank.isEmpty()}', true],
    ['${map.isEmpty()}', false],
    ['${name.toUpperCase()}', 'ŁUCJA'],
    ['${name.toLowerCase().length()}', 5],
    ['${list[2]}', 'c'],
    ['${list[i + 1]}', 'c'],
    ['${-7 % 3}', -1],
    ['${7 mod 3}', 1],
    ['${amount div 4}', 375],
    ['${0.1 + 0.2 == 0.3}', true],
    ['${approved ? amount : nothing.amount}', 1500],
    ['${1 < 2 ? 3 < 4 ? "a" : "b" : "c"}', 'a'],
    ['Sprawa ${code}: ${amount} zł${nothing}', 'Sprawa SP-12: 1500 zł'],
    ['${code}${name}', 'SP-12Łucja'],
    ['${"}"}', '}'],
    ["${'it''s'}", { refused: true }],
  ])('%s gives %j', (text, value) => {
    if (typeof value === 'object') expect(juelToFeel(text)).toHaveProperty('problem');
    else expect(valueOf(text)).toBe(value);
  });
});

describe('what has no exact FEEL is refused with the reason and the place', () => {
  test.each([
    ['${myBean.decide(execution)}', 'the method decide has no FEEL at character 10'],
    ['${decide(amount)}', 'the function decide is not known at character 3'],
    ['${fn:length(name)}', 'unexpected : at character 5'],
    ['${amount = 5}', 'an assignment at character 10'],
    ['${execution.setVariable("a", 1)}', 'execution.setVariable asks another engine at character 13'],
    ['${execution.getVariable(name)}', 'execution.getVariable asks another engine at character 13'],
    ['${execution.processInstanceId}', 'execution is an object of another engine at character 3'],
    ['${task.assignee}', 'task is an object of another engine at character 3'],
    ['${list[i]}', 'brackets of which only the value shows whether it is a position or a key at character 7'],
    ['${list[-1]}', 'brackets of which only the value shows whether it is a position or a key at character 7'],
    ['${"a" + name}', '+ adds numbers here, and FEEL joins texts at character 7'],
    ['${order.total.in}', 'in cannot be a name in FEEL at character 15'],
    ['${$x}', '$x cannot be a name in FEEL at character 3'],
    ['${between > 1}', 'between cannot be a name in FEEL at character 3'],
    ['${amount >}', 'an expression that breaks off at character 11'],
    ['${amount > 1', 'an expression that does not end at character 3'],
    ['${"amount}', 'a text that does not end at character 3'],
    ['${}', 'an expression that breaks off at character 3'],
    ['${a b}', 'unexpected b at character 5'],
    ['${x instanceof String}', 'unexpected instanceof at character 5'],
    ['${a; b}', 'unexpected ; at character 4'],
    ['${x -> x}', 'unexpected > at character 6'],
    ['${9007199254740993 == a}', 'a number beyond 2^53 at character 3'],
    ['${list.stream().count()}', 'the method stream has no FEEL at character 8'],
    ['${name.substring(1)}', 'the method substring has no FEEL at character 8'],
    ['${constructor.constructor("x")()}', 'unexpected ( at character 31'],
    ['', 'an expression that breaks off at character 1'],
  ])('%s', (text, problem) => {
    expect(juelToFeel(text)).toEqual({ problem });
  });

  test('whatever the text, the answer is FEEL or a problem', () => {
    const piece = constantFrom(
      '${',
      '#{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '.',
      ' ',
      '"',
      "'",
      '\\\\',
      '!',
      '-',
      '==',
      '&&',
      'a',
      '1',
      'empty ',
      'x.size()',
      '?',
      ':',
      ',',
    );
    assert(
      property(array(piece, { maxLength: 25 }), (pieces) => {
        const converted = juelToFeel(pieces.join(''));
        if ('feel' in converted) expect(readExpression(converted.feel)).toHaveProperty('feel');
        else expect(converted.problem).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['parentheses', '('.repeat(50_000)],
    ['signs', '!'.repeat(50_000)],
    ['choices', 'a?a:'.repeat(50_000)],
  ])('%s without end', (_, text) => {
    expect(juelToFeel(text)).toMatchObject({ problem: expect.stringContaining('nested too deep') });
  });
});
