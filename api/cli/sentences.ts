import type { StartProblemCode } from '../../activities/engines/start-problem.ts';

type Values = Readonly<Record<string, string>>;

/** What is wrong, then what to do, for whoever runs the command. */
const sentences: Record<StartProblemCode, (values: Values) => string> = {
  configWrong: ({ variable, reason }) =>
    `The variable ${variable} is not what it must be (${reason}). Correct it, or unset it to take the default.`,
  dataFolderUnusable: ({ path, reason }) =>
    `The data folder ${path} cannot be written (${reason}). Make it writable, or choose another with OBIEG_DATA=/path/to/folder.`,
  dataFolderFull: ({ path, free, needed }) =>
    `Only ${free} MB are free for the data folder ${path}, and the engines need ${needed} MB. Free some, or choose another folder with OBIEG_DATA=/path/to/folder.`,
  dataFolderInUse: ({ path, pid }) =>
    `Obieg already runs with the data folder ${path} (process ${pid}). Stop that one first, or give this one a folder of its own with OBIEG_DATA=/path/to/folder.`,
  keysUnusable: ({ path, reason }) =>
    `The folder of signing keys ${path} has no readable authority.pem (${reason}). Put the office's keys there, or name their folder with OBIEG_KEYS=/path/to/keys.`,
  portInUse: ({ port, variable, free }) =>
    `Another program listens on port ${port}. Stop it, or choose another port, for example ${variable}=${free}.`,
  binaryUnusable: ({ variable, path }) =>
    `${variable} names ${path}, which is not a program that can be run. Correct the path, or unset ${variable} to let Obieg look for one.`,
  binaryNotFound: ({ name, variable, reasons }) =>
    `No ${name} was found and none could be fetched (${reasons}). Install it and put it on PATH, name it with ${variable}=/path/to/${name}, or allow a way out to one of these.`,
  engineEnded: ({ name, reason, log }) =>
    `The ${name} server ended before it was ready: ${reason || 'it said nothing'}. Its log is ${log}; correct the cause and start again, nothing is lost.`,
  engineNotReady: ({ name, seconds, log }) =>
    `The ${name} server was not ready after ${seconds} s. Its log is ${log}; is the machine very busy? Start again, nothing is lost.`,
  engineUnreachable: ({ variable, address, reason }) =>
    `The server that ${variable} names (${address}) does not answer: ${reason}. Start it or correct the address; without ${variable} Obieg starts its own.`,
};

export const sentenceFor = (code: StartProblemCode, values: Values): string => sentences[code](values);
