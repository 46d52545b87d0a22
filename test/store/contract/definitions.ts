import { describe, expect, test } from '@jest/globals';
import type { DefinitionHash } from '../../../processes/language/ids.ts';
import type { Store } from '../../../activities/store/store.ts';
import { entry, everything, filedCase, startedAt, unique } from '../records.ts';

const definition = (procedureId: string, hash = unique('hash-')) => ({
  _id: hash as DefinitionHash,
  procedureId,
  xml: '<definitions/>',
  graph: { 'a.b': { $ref: 1 } } as never,
  forms: { check: { type: 'default', components: [] } },
  templates: { 'decyzja.typ': '= Decyzja' },
  manifest: { id: procedureId, empty: {} },
  deployedAt: startedAt,
  deployedBy: 'system:test',
});

export function definitionsContract(open: () => Store): void {
  describe('definitions', () => {
    test('get versions 1, 2, 3… within their procedure and stay as they were', async () => {
      const procedureId = unique('procedure-');
      const first = await open().definitions.add(definition(procedureId));
      const second = await open().definitions.add(definition(procedureId));
      const other = await open().definitions.add(definition(unique('procedure-')));
      expect([first.version, second.version, other.version]).toEqual([1, 2, 1]);
      const again = await open().definitions.add({ ...definition(procedureId, first._id), xml: '<other/>' });
      expect(again).toEqual(first);
      expect(await open().definitions.find(first._id)).toEqual(first);
      expect(await open().definitions.newest(procedureId)).toBe(second._id);
      expect(await open().definitions.newest('nothing')).toBeUndefined();
      const listed = (await open().definitions.list()).filter((one) => one.procedureId === procedureId);
      expect(listed.map(({ version }) => version)).toEqual([1, 2]);
    });

    test('deployed at once get different versions, the same one a single version', async () => {
      const procedureId = unique('procedure-');
      const same = definition(procedureId);
      const added = await Promise.all(
        [same, same, same, definition(procedureId)].map((one) => open().definitions.add(one)),
      );
      expect(new Set(added.map(({ _id, version }) => `${_id} ${version}`)).size).toBe(2);
      expect(added.map(({ version }) => version).every((version) => version <= 2)).toBe(true);
    });
  });

  describe('messages', () => {
    test('are kept once with their entry and marked when sent', async () => {
      const { _id, unit } = await filedCase(open());
      const text = { pl: 'Dzień dobry', en: 'Good morning', uk: 'Добрий день' };
      const message = {
        _id: unique('M'),
        case: _id,
        unit,
        at: startedAt,
        subject: text,
        body: text,
        state: 'stored',
      } as const;
      await open().messages.add(everything, message, entry('messageStored'));
      await open().messages.add(everything, message, entry('messageStored'));
      expect(await open().messages.ofCase(everything, _id)).toEqual([message]);
      expect(await open().record.ofCase(everything, _id)).toHaveLength(2);
      await open().messages.mark(message._id, 'sent');
      expect(await open().messages.ofCase(everything, _id)).toEqual([{ ...message, state: 'sent' }]);
    });
  });
}
