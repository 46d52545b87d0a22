import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { judgeFile } from '../../activities/models/exchange/judge-file.ts';
import { handlerNames } from '../../activities/tasks/index.ts';
import { problemText } from '../../ui/texts/texts.ts';
import type { Finding, ModelVerdict } from '../../activities/models/exchange/judge-file.ts';
import type { Console } from './command.ts';

/** Not `instanceof Error`: in a test's own realm the errors of Node are of another class. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** The bytes of a file; nothing, with the reason told, where it cannot be read. */
export async function fileAt(path: string, console: Console): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    console.complain(`${path} cannot be read: ${codeOf(error)}`);
    return undefined;
  }
}

const besides = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(join(dirname(path), 'decisions.dmn'));
  } catch {
    return undefined;
  }
};

/** `line 12: sendMail "Wyślij": It names no message`, as far as each part is known. */
export const lineOfFinding = ({ at, name, ...problem }: Finding): string => {
  const line = problem.values?.['line'];
  const place = `${at}${name === undefined ? '' : ` “${name}”`}`;
  return [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(place === '' ? [] : [place]),
    problemText('en', problem),
  ].join(': ');
};

const parts: { title: string; of: (verdict: ModelVerdict) => Finding[] }[] = [
  { title: 'Cannot run', of: ({ problems }) => problems },
  { title: 'Must be corrected as well before it is deployed as a procedure', of: ({ rules }) => rules },
  { title: 'Converted', of: ({ conversions }) => conversions },
  { title: 'Lost in an export', of: ({ losses }) => losses },
];

/** Judges one BPMN file, with the decisions.dmn beside it if there is one; 1 when it cannot run. */
export async function checkFile(path: string, console: Console): Promise<number> {
  const source = await fileAt(path, console);
  if (!source) return 1;
  const decisions = await besides(path);
  const judged = await judgeFile(source, { handlers: handlerNames, ...(decisions ? { decisions } : {}) });
  if (!judged.ok) {
    for (const problem of judged.problems ?? []) console.complain(lineOfFinding(problem));
    return 1;
  }
  for (const { title, of } of parts) {
    const findings = of(judged.value);
    if (findings.length === 0) continue;
    console.say(`${title}:`);
    for (const finding of findings) console.say(`  ${lineOfFinding(finding)}`);
  }
  const { length } = judged.value.problems;
  console.say(length === 0 ? `${path} runs here.` : `${path} cannot run here: ${length} problems.`);
  return length === 0 ? 0 : 1;
}
