import type { Failure } from '../../../processes/language/failure.ts';
import type { Numbered, Request } from './line.ts';
import { refusedLine } from './outcome.ts';
import type { RefusedLine } from './outcome.ts';
import { mayFitLater } from './request-inputs.ts';

/** Which lines were refused, and which wait for the case to go on. */
export type LineBook = {
  put(numbered: Numbered): Promise<void>;
  /** the first line that waits and fits by now is taken; `false`: none does */ retry(): Promise<boolean>;
  /** also those that waited in vain */ refused(): RefusedLine[];
};

/**
 * Takes lines in their order. With `patient`, where time passes by itself, a line whose task or event is not awaited yet
 * waits until it is; otherwise it is refused at once.
 */
export const openLineBook = (
  apply: (request: Request) => Promise<Failure | undefined>,
  patient: () => Promise<boolean>,
): LineBook => {
  const refused: RefusedLine[] = [];
  let later: { numbered: Numbered; failure: Failure }[] = [];
  const tried = async ({ request }: Numbered): Promise<Failure | undefined> =>
    request.ok ? apply(request.value) : request;
  return {
    async put(numbered) {
      const failure = await tried(numbered);
      if (!failure) return;
      if (mayFitLater(failure) && (await patient())) later.push({ numbered, failure });
      else refused.push(refusedLine(numbered.line, numbered.input, failure));
    },
    async retry() {
      for (const waiting of later) {
        const failure = await tried(waiting.numbered);
        if (failure) continue;
        later = later.filter((each) => each !== waiting);
        return true;
      }
      return false;
    },
    refused: () =>
      [
        ...refused,
        ...later.map(({ numbered, failure }) => refusedLine(numbered.line, numbered.input, failure)),
      ].toSorted((a, b) => a.line - b.line),
  };
};
