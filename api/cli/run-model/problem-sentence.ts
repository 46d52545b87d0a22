import type { Problem } from '../../../processes/language/failure.ts';
import { problemText } from '../../../ui/texts/texts.ts';

/** What only the command line says; all that is wrong with a model has its sentence in the product's texts. */
const sentences: Record<string, string> = {
  'option.invalid': 'The command line is wrong: {reason}',
  'run.failed': 'The run broke off by a fault of the engine: {reason}',
  'failure.tooLarge': 'The file is too large: a model may have 2 MB',
  'file.notReadable': 'The file cannot be read ({reason})',
};

const filled = (sentence: string, values: Problem['values'] = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** What is wrong, in one English sentence. */
export const problemSentence = ({ code, values }: Problem): string => {
  const sentence = sentences[code];
  return sentence === undefined ? problemText('en', { code, ...(values ? { values } : {}) }) : filled(sentence, values);
};
