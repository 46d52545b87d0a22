import { loadConfig } from '../../activities/config.ts';
import { StartProblem } from '../../activities/engines/start-problem.ts';
import type { Command, Console } from './command.ts';
import { sentenceFor } from './sentences.ts';

type Entry = {
  usage: string;
  summary: string;
  /** reads its own options */ options?: true;
  load: () => Promise<Command>;
};

/** Each command loads what it needs: `help` answers at once, `start` before the engines are even imported. */
const commands: Record<string, Entry> = {
  start: {
    usage: 'start',
    summary: 'start engines, worker, API and pages; Ctrl-C stops them all',
    load: async () => (await import('./commands/start.ts')).start,
  },
  deploy: {
    usage: 'deploy <id|folder>',
    summary: 'deploy the present version of a procedure; new cases take it',
    load: async () => (await import('./commands/deploy.ts')).deploy,
  },
  check: {
    usage: 'check <id|folder|file>',
    summary: 'list every problem of a procedure or of a BPMN file, deploy nothing',
    load: async () => (await import('./commands/check.ts')).check,
  },
  export: {
    usage: 'export <file> [-o out]',
    summary: 'write a BPMN file of any tool as Obieg writes it; say what is lost',
    options: true,
    load: async () => (await import('./commands/export.ts')).exportFile,
  },
  run: {
    usage: 'run <file> [options]',
    summary: 'run one BPMN model on its own and print its trace as JSON; see docs/runner.md',
    options: true,
    load: async () => (await import('./commands/run.ts')).run,
  },
  case: {
    usage: 'case <number|id> [action]',
    summary:
      'operate a running case: show, retry, set, move, add, end, suspend, resume, cancel, delete, message, signal',
    options: true,
    load: async () => (await import('./commands/case.ts')).operate,
  },
  signal: {
    usage: 'signal <name> [json]',
    summary: 'send a signal to every running case that waits for it',
    options: true,
    load: async () => (await import('./commands/signal.ts')).signal,
  },
  migrate: {
    usage: 'migrate <procedure>',
    summary: 'put running cases on another version: --to <version>, --map <old>=<new>, --dry-run',
    options: true,
    load: async () => (await import('./commands/migrate.ts')).migrate,
  },
  verify: {
    usage: 'verify',
    summary: 'recompute the whole record and every stored document',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  seed: {
    usage: 'seed',
    summary: 'put the demo city into an empty database',
    load: async () => (await import('./commands/seed.ts')).seed,
  },
  doctor: {
    usage: 'doctor',
    summary: 'look at everything a start needs, change nothing',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
};

const help = (): string =>
  [
    'Obieg: open casework for a city’s schools',
    '',
    'npm run obieg -- <command>',
    ...Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(24)}${summary}`),
    `  ${'help'.padEnd(24)}this text`,
    '',
    'Settings come from the environment: see README.md, Settings.',
  ].join('\n');

/** Runs one command of the command line and answers its exit code: 0 done, 1 not done, 2 called wrongly. */
export async function run(argv: string[], console: Console): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (/^(-h|--help|help)$/.test(name)) return tell(console, help());
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    console.complain(`There is no command ${name}. Commands: ${Object.keys(commands).join(', ')}, help.`);
    return 2;
  }
  if (!entry.options && args.length !== entry.usage.split(' ').length - 1) {
    console.complain(`Use it so: npm run obieg -- ${entry.usage}`);
    return 2;
  }
  try {
    const command = await entry.load();
    return await command({ config: configuration(), args, console });
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.complain(sentenceFor(error.code, error.values));
    return 1;
  }
}

const tell = (console: Console, text: string): number => {
  console.say(text);
  return 0;
};

function configuration() {
  const config = loadConfig();
  if (config.ok) return config.value;
  const [problem] = config.problems ?? [];
  const reason = String(problem?.values?.['reason'] ?? config.detail);
  throw new StartProblem('configWrong', { variable: problem?.at ?? '', reason });
}
