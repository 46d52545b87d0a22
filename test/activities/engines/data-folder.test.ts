import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openDataFolder } from '../../../activities/engines/data-folder.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'obieg-data-'));
const plenty = async () => 2 ** 40;

describe('the data folder', () => {
  test('is made when it is not there', async () => {
    const folder = await openDataFolder(join(scratch(), 'a', 'b'), plenty);
    expect(folder.path).toMatch(/\/a\/b$/);
    folder.release();
  });

  test('refuses a second product on the same folder and names the first', async () => {
    const path = scratch();
    const first = await openDataFolder(path, plenty);
    await expect(openDataFolder(path, plenty)).rejects.toMatchObject({
      code: 'dataFolderInUse',
      values: { path, pid: String(process.pid) },
    });
    first.release();
    (await openDataFolder(path, plenty)).release();
  });

  test('that lies under a file cannot be used', async () => {
    const file = join(scratch(), 'file');
    writeFileSync(file, '');
    await expect(openDataFolder(join(file, 'data'), plenty)).rejects.toMatchObject({
      code: 'dataFolderUnusable',
      values: { reason: 'ENOTDIR' },
    });
  });

  test('in a place where nothing can be made cannot be used', async () => {
    await expect(openDataFolder('/proc/obieg', plenty)).rejects.toMatchObject({ code: 'dataFolderUnusable' });
  });

  test('without room is refused before anything is started, and can be used once there is room', async () => {
    const path = scratch();
    await expect(openDataFolder(path, async () => 100 * 2 ** 20)).rejects.toMatchObject({
      code: 'dataFolderFull',
      values: { free: '100', needed: '500' },
    });
    (await openDataFolder(path, plenty)).release();
  });
});
