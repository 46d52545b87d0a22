import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importModel } from '../../../activities/models/exchange/import-model.ts';
import { whyUnreadable } from '../../../activities/models/exchange/unreadable.ts';
import type { Command } from '../command.ts';
import { lineOfFinding } from '../model-file.ts';
import { fileAt } from '../read-file.ts';

type Wanted = { path: string; out: string | undefined };

const wantedOf = (args: string[]): Wanted | undefined => {
  try {
    const options = { out: { type: 'string', short: 'o' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [path, ...others] = positionals;
    return path === undefined || others.length > 0 ? undefined : { path, out: values.out };
  } catch {
    return undefined;
  }
};

/** Writes a model of any tool as we write it, and says what of it is lost. */
export const exportFile: Command = async ({ args, console }) => {
  const wanted = wantedOf(args);
  if (!wanted) {
    console.complain('Use it so: npm run obieg -- export FILE.bpmn [-o OUT]');
    return 2;
  }
  const source = await fileAt(wanted.path);
  const read = source.ok ? await importModel(source.value) : source;
  if (!read.ok) {
    const problems = source.ok ? whyUnreadable(source.value, read) : (read.problems ?? []);
    for (const problem of problems) console.complain(lineOfFinding(problem));
    return 1;
  }
  const { written, losses } = read.value;
  for (const loss of losses) console.complain(lineOfFinding(loss));
  if (wanted.out === undefined) console.say(written);
  else await writeFile(wanted.out, written);
  return 0;
};
