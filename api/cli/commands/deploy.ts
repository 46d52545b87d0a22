import { mongoStore } from '../../../activities/store/mongo-store.ts';
import { openSecrets } from '../../../activities/engines/secrets.ts';
import { systemRandom } from '../../../activities/clock.ts';
import { bundleOf, commandLine, sentenceOfProblem } from '../catalogue.ts';
import { openCasework } from '../casework.ts';
import type { Command } from '../command.ts';
import { findRunning } from '../running.ts';
import { withDatabase } from '../store-at-hand.ts';

/** Where Temporal usually answers; what cannot be told to it now, the product tells it when it starts. */
const usualAddress = '127.0.0.1:7233';

export const deploy: Command = async ({ config, args: [named = ''], console }) => {
  const bundle = await bundleOf(named);
  if (!bundle.ok) {
    console.complain(bundle.detail ?? bundle.failure);
    return 1;
  }
  const deployed = await withDatabase(config, async (uri) => {
    const store = await mongoStore(uri);
    const secrets = openSecrets(config.dataFolder, config.secrets, systemRandom);
    const address = config.temporal.address ?? findRunning(config.dataFolder)?.temporal ?? usualAddress;
    const casework = await openCasework(config, secrets, store, address);
    try {
      return await casework.office.deploy(commandLine, bundle.value);
    } finally {
      await casework.close();
      await store.close();
    }
  });
  if (!deployed.ok) {
    for (const problem of deployed.problems ?? []) console.complain(sentenceOfProblem(problem));
    console.complain(`${bundle.value.manifest.id} was not deployed; nothing was changed.`);
    return 1;
  }
  const { procedure, version, hash, unchanged } = deployed.value;
  const what = unchanged ? 'was deployed before' : 'is deployed';
  console.say(`${procedure.id} ${what}: version ${version}, ${hash}`);
  return 0;
};
