import { run } from './cli/run.ts';

/** The command line. It ends the process itself: open connections of a finished command are nobody's business. */
const code = await run(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
process.exit(code);
