import { mongoStore } from '../../../activities/store/mongo-store.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../store-at-hand.ts';

export const verify: Command = async ({ config, console }) => {
  const report = await withDatabase(config, async (uri) => {
    const store = await mongoStore(uri);
    try {
      return await store.record.verify();
    } finally {
      await store.close();
    }
  });
  const { cases, entries, blobs, broken } = report;
  for (const { what, id, reason } of broken) console.complain(`broken ${what} ${id}: ${reason}`);
  console.say(
    `${cases} cases, ${entries} entries, ${blobs} stored files: ${broken.length === 0 ? 'all fit' : `${broken.length} do not fit`}.`,
  );
  return broken.length === 0 ? 0 : 1;
};
