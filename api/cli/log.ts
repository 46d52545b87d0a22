import { join } from 'node:path';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Config } from '../../activities/config.ts';

/** Operators of a production collect standard output; at a desk the log lies beside the data. */
export const openLog = ({ production, dataFolder }: Config): Logger =>
  production ? pino() : pino(pino.destination({ dest: join(dataFolder, 'obieg.log'), sync: true }));

/** What libraries print of their own accord goes to the log: the screen is for what a person has to read. */
export function divertLibraries(logger: Logger): void {
  for (const level of ['info', 'warn'] as const)
    console[level] = (...said) => logger[level](said.map(String).join(' '));
}
