import { notRunning, withCasework } from '../casework-at-hand.ts';
import { operateCase } from '../operate-case.ts';
import { readCaseWanted } from '../case-operation.ts';
import { sentenceOfProblem } from '../catalogue.ts';
import type { Command } from '../command.ts';

/** Shows a running case, or does something to it as an operator. */
export const operate: Command = async ({ config, args: [named, ...args], console }) => {
  const wanted = readCaseWanted(args);
  if (named === undefined || !wanted.ok) {
    console.complain(wanted.ok ? 'Expected the number or the id of a case' : (wanted.detail ?? wanted.failure));
    return 2;
  }
  const answer = await withCasework(config, (office, desk) => operateCase(office, desk, named, wanted.value));
  if (answer?.ok) {
    answer.value.forEach((line) => console.say(line));
    return 0;
  }
  console.complain(answer ? (answer.detail ?? answer.failure) : notRunning);
  for (const problem of answer?.problems ?? []) console.complain(sentenceOfProblem(problem));
  return 1;
};
