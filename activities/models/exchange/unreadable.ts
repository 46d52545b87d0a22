import type { Failure, Problem } from '../../../processes/language/failure.ts';

/** Before `<` only a byte order mark and white space may stand; UTF-16 puts a zero beside each. */
const beginsLikeXml = (source: Uint8Array | string): boolean =>
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff|\ufeff)?[\s\0]*</.test(
    typeof source === 'string' ? source.slice(0, 1000) : Buffer.from(source.subarray(0, 1000)).toString('latin1'),
  );

type Kind = 'model' | 'decisions';

const codeOf = (source: Uint8Array | string, { failure, problems = [] }: Failure, kind: Kind): string | undefined => {
  if (failure === 'tooLarge') return 'model.fileTooLarge';
  if (source.length === 0) return 'model.fileEmpty';
  if (!beginsLikeXml(source)) return 'model.fileNotXml';
  const isOther = problems.some(({ values }) => String(values?.['message']).startsWith('failed to parse document as'));
  if (!isOther) return undefined;
  return kind === 'model' ? 'model.fileNotBpmn' : 'model.fileNotDmn';
};

/** Why a file could not be read at all, for people: that a picture is no model is all they want to know of its bytes. */
export const whyUnreadable = (source: Uint8Array | string, failure: Failure, kind: Kind = 'model'): Problem[] => {
  const code = codeOf(source, failure, kind);
  const problems = code === undefined ? (failure.problems ?? []) : [{ at: '', code }];
  return problems.map((each) => ({ ...each, at: kind === 'model' ? each.at : kind }));
};
