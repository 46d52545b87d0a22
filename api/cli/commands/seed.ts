import { seedDemo } from '../../../activities/demo-city/seed.ts';
import { mongoStore } from '../../../activities/store/mongo-store.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../store-at-hand.ts';

export const seed: Command = async ({ config, console }) => {
  if (config.production) {
    console.complain(
      'The demo city does not belong into production (NODE_ENV=production). Unset NODE_ENV to try it elsewhere.',
    );
    return 1;
  }
  const isNew = await withDatabase(config, async (uri) => {
    const store = await mongoStore(uri);
    try {
      return await seedDemo(store);
    } finally {
      await store.close();
    }
  });
  console.say(isNew ? 'The demo city is seeded.' : 'The demo city was there already; nothing was changed.');
  return 0;
};
