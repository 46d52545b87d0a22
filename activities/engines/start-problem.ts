/**
 * Why the product cannot start on this machine. Nobody recovers from these in code: the process ends with one sentence
 * (api/cli/sentences.ts), so they are thrown, not returned. `values` fill the sentence; they name paths, ports, variables.
 */
export type StartProblemCode =
  /** A variable of the environment is not what it must be. */
  | 'configWrong'
  /** The data folder cannot be made or written. */
  | 'dataFolderUnusable'
  /** Less room is left beside the data folder than the engines need. */
  | 'dataFolderFull'
  /** Another process works with the same data folder. */
  | 'dataFolderInUse'
  /** The folder of signing keys holds no authority, or cannot be read. */
  | 'keysUnusable'
  /** Another program listens on the port. */
  | 'portInUse'
  /** The variable names a file that is not there or cannot be run. */
  | 'binaryUnusable'
  /** None of the ways to get the binary worked. */
  | 'binaryNotFound'
  /** The engine ended before it was ready. */
  | 'engineEnded'
  /** The engine runs but did not become ready in time. */
  | 'engineNotReady'
  /** The address given in the environment does not answer. */
  | 'engineUnreachable';

export class StartProblem extends Error {
  readonly code: StartProblemCode;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: StartProblemCode, values: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'StartProblem';
    this.code = code;
    this.values = values;
  }
}
