import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { claimPort, freePort, isFree } from '../../../activities/engines/ports.ts';

describe('ports', () => {
  test('a free one can be listened on', async () => {
    expect(await isFree(await freePort())).toBe(true);
  });

  test('a free one is offered once, and lies below those of outgoing connections', async () => {
    const ports = [await freePort(), await freePort(), await freePort()];
    expect(new Set(ports).size).toBe(3);
    expect(ports.filter((port) => port >= 32_768)).toEqual([]);
  });

  test('one in use is refused, with the variable that chooses another and a free one to choose', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    await expect(claimPort(port, 'PORT')).rejects.toMatchObject({
      code: 'portInUse',
      values: { port: String(port), variable: 'PORT', free: expect.stringMatching(/^\d+$/) },
    });
    server.close();
  });

  test('zero means any free one', async () => {
    expect(await claimPort(0, 'PORT')).toBeGreaterThan(0);
  });
});
