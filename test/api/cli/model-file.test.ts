import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from '@jest/globals';
import { run } from '../../../api/cli/run.ts';
import { toolFiles } from '../../activities/models/exchange/tool-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'obieg-model-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const told = async (...argv: string[]) => {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(argv, { say: (text) => said.push(text), complain: (text) => complained.push(text) });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
};
const broken = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="start" />
<bpmn:callActivity id="call" name="Zawołaj" /><bpmn:sequenceFlow id="f" sourceRef="start" targetRef="call" /></bpmn:process>
</bpmn:definitions>`;

test('a file is checked by itself: every problem has its line, its element and a sentence', async () => {
  const { code, said } = await told('check', written('broken.bpmn', broken));
  expect(code).toBe(1);
  expect(said).toContain('line 3: call “Zawołaj”: The call activity does not say which process it calls');
  expect(said).toMatch(/broken\.bpmn cannot run here: \d+ problems\.$/);
});

test('a model of ours runs, with the decisions that lie beside it', async () => {
  expect(await told('check', 'processes/stypendium-szkolne/process.bpmn')).toMatchObject({ code: 0, complained: '' });
  const alone = written('alone.bpmn', readFileSync('processes/stypendium-szkolne/process.bpmn', 'utf8'));
  expect((await told('check', alone)).said).toContain('There is no decision');
});

test('what is no model, or is not there, is said in one sentence', async () => {
  expect(await told('check', written('x.xml', '%PDF-1.7'))).toMatchObject({
    code: 1,
    complained: expect.stringContaining('not XML'),
  });
  expect(await told('check', join(folder, 'none.bpmn'))).toMatchObject({
    code: 1,
    complained: expect.stringContaining('ENOENT'),
  });
  expect(await told('export', join(folder, 'none.bpmn'))).toMatchObject({ code: 1 });
  expect(await told('export', written('y.bpmn', ''))).toMatchObject({ code: 1, complained: 'The file is empty' });
});

test('a file of another tool is exported with its extensions, to the output or to a file', async () => {
  const [xml = ''] = Object.values(toolFiles);
  const { code, said, complained } = await told('export', written('tool.bpmn', xml));
  expect([code, complained]).toEqual([0, '']);
  expect(said).toContain('bioc:stroke="#0d4372"');
  const out = join(folder, 'out.bpmn');
  expect(await told('export', join(folder, 'tool.bpmn'), '-o', out)).toMatchObject({ code: 0, said: '' });
  expect(readFileSync(out, 'utf8')).toBe(said);
});

test.each([[[]], [['a.bpmn', 'b.bpmn']], [['--colour', 'a.bpmn']]])(
  'an export asked for wrongly (%j) says how to ask',
  async (args) => {
    expect(await told('export', ...args)).toMatchObject({ code: 2, complained: expect.stringContaining('[-o OUT]') });
  },
);
