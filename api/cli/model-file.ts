import { dirname, join } from 'node:path';
import { judgeFile } from '../../activities/models/exchange/judge-file.ts';
import { handlerNames } from '../../activities/tasks/index.ts';
import { fileAt } from './read-file.ts';
import { problemSentence } from './run-model/problem-sentence.ts';
import type { Finding, ModelVerdict } from '../../activities/models/exchange/judge-file.ts';
import type { Console } from './command.ts';

/** `line 12: sendMail "Wyślij": It names no message`, as far as each part is known. */
export const lineOfFinding = ({ at, name, ...problem }: Finding): string => {
  const line = problem.values?.['line'];
  const place = `${at}${name === undefined ? '' : ` “${name}”`}`;
  return [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(place === '' ? [] : [place]),
    problemSentence({ at, ...problem }),
  ].join(': ');
};

const parts: { title: string; of: (verdict: ModelVerdict) => Finding[] }[] = [
  { title: 'Cannot run', of: ({ problems }) => problems },
  { title: 'Must be corrected as well before it is deployed as a procedure', of: ({ rules }) => rules },
  { title: 'Converted', of: ({ conversions }) => conversions },
  { title: 'Lost in an export', of: ({ losses }) => losses },
];

const decisionsBeside = async (path: string): Promise<{ decisions?: Buffer }> => {
  const found = await fileAt(join(dirname(path), 'decisions.dmn'));
  return found.ok ? { decisions: found.value } : {};
};

/** Judges one BPMN file, with the decisions.dmn beside it if there is one; 1 when it cannot run. */
export async function checkFile(path: string, console: Console): Promise<number> {
  const source = await fileAt(path);
  const beside = source.ok && /businessRuleTask/i.test(source.value.toString()) ? await decisionsBeside(path) : {};
  const judged = source.ok ? await judgeFile(source.value, { handlers: handlerNames, ...beside }) : source;
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
