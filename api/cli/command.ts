import type { Config } from '../../activities/config.ts';

export type Console = { say(line: string): void; complain(line: string): void };

/** What a command works with; it answers its exit code. */
export type CommandInput = { config: Config; args: string[]; console: Console };
export type Command = (input: CommandInput) => Promise<number>;
