import type { Command } from '../command.ts';
import { examine } from '../doctor.ts';

export const doctor: Command = async ({ config, console }) => {
  const findings = await examine(config, process.version);
  for (const { what, good, answer } of findings) console.say(`${good ? '✔' : '✘'} ${what.padEnd(18)} ${answer}`);
  return findings.every(({ good }) => good) ? 0 : 1;
};
