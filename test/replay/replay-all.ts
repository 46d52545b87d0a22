import { recordedHistories, replay } from './replay.ts';

/** `npx tsx test/replay/replay-all.ts`: replays every recorded history in the zone of this process and prints how each went. */
const failures = [];
for (const recorded of recordedHistories()) {
  const { name, failure } = await replay(recorded);
  console.log(`${failure === undefined ? 'same' : 'DIFFERS'} ${name} ${failure ?? ''}`);
  if (failure !== undefined) failures.push(name);
}
process.exitCode = failures.length > 0 ? 1 : 0;
