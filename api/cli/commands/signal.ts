import { commandLine } from '../catalogue.ts';
import { newId } from '../../../activities/casework/case-id.ts';
import { notRunning, withCasework } from '../casework-at-hand.ts';
import { readCaseWanted } from '../case-operation.ts';
import type { Command } from '../command.ts';

/** Sends a signal to every running case that waits for it. */
export const signal: Command = async ({ config, args, console }) => {
  const read = readCaseWanted(['signal', ...args]);
  if (!read.ok || read.value.kind !== 'signal') {
    console.complain(read.ok ? 'Expected the name of a signal' : (read.detail ?? read.failure));
    return 2;
  }
  const { name, data } = read.value;
  const answer = await withCasework(config, (office, { clock, random }) =>
    office.signalAll(commandLine, { name, signalId: newId(clock, random), data }),
  );
  if (answer?.ok) console.say(`${answer.value.taken} cases took the signal ${name}.`);
  else console.complain(answer ? (answer.detail ?? answer.failure) : notRunning);
  return answer?.ok ? 0 : 1;
};
