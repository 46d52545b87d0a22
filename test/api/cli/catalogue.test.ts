import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bundleOf } from '../../../api/cli/catalogue.ts';

describe('a procedure named on the command line', () => {
  test('by its id comes from the catalogue', async () => {
    const bundle = await bundleOf('demo');
    expect(bundle).toMatchObject({ ok: true, value: { xml: readFileSync('processes/demo/process.bpmn', 'utf8') } });
    expect(await bundleOf('processes/demo/')).toEqual(bundle);
  });

  test('by a path is what lies in that folder, never the catalogue in its place', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'obieg-catalogue-')), 'demo');
    cpSync('processes/demo', folder, { recursive: true });
    const changed = readFileSync(join(folder, 'process.bpmn'), 'utf8').replace('</bpmn:definitions>', '<!-- 2 -->$&');
    writeFileSync(join(folder, 'process.bpmn'), changed);
    expect(await bundleOf(folder)).toMatchObject({ ok: true, value: { xml: changed } });
    expect(await bundleOf('/nowhere/demo')).toMatchObject({ ok: false, failure: 'unknownReference' });
  });

  test('that is not known is told with those that are', async () => {
    expect(await bundleOf('nothing')).toMatchObject({ detail: expect.stringContaining('stypendium-szkolne, demo') });
  });
});
