import { run } from './cli/run.ts';

const streams = [process.stdout, process.stderr];

// Whoever read the output and went away wants no more of it; the command still ends as it would.
for (const stream of streams) stream.on('error', () => undefined);

/** A pipe takes 64 KB at once: the rest of what was written is still on its way when a command is done. */
const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });

/** The command line. It ends the process itself: open connections of a finished command are nobody's business. */
const code = await run(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
await Promise.all(streams.map(drained));
process.exit(code);
