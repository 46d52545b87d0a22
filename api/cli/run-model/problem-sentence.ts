import type { Problem } from '../../../processes/language/failure.ts';
import { problemText } from '../../../ui/texts/texts.ts';

/** For whoever runs a model: what is wrong with its file or the command line, by the code of the problem. */
const sentences: Record<string, string> = {
  'option.invalid': 'The command line is wrong: {reason}',
  'run.failed': 'The run broke off by a fault of the engine: {reason}',
  'file.notReadable': 'The file cannot be read ({reason})',
  'model.processMissing': 'The file has no such process, or none at all',
  'model.startMissing': 'The process has nothing at which it could begin',
  'model.subProcessStart':
    'The subprocess cannot begin: it needs a none start event or an activity without incoming flow',
  'model.eventSubProcessStart': 'An event subprocess needs exactly one start event with an event',
  'model.elementUnsupported': 'An element of this kind cannot be run',
  'model.eventUnsupported': 'An event of this kind cannot stand here',
  'model.eventMissing': 'The event says nothing of what it waits for or throws',
  'model.eventGatewayTargets': 'Behind an event-based gateway only catching events and receive tasks may stand',
  'model.boundaryLoose': 'The boundary event is attached to no activity',
  'model.flowLoose': 'The sequence flow lacks one of its ends',
  'model.linkTarget': 'A link needs exactly one catching event of its name in the same container',
  'model.messageMissing': 'It names no message',
  'model.errorCodeMissing': 'A thrown error needs a code',
  'model.escalationCodeMissing': 'A thrown escalation needs a code',
  'model.compensationHandlerMissing': 'The activity has nothing that compensates it',
  'model.timerMissing': 'The timer says neither date nor duration nor cycle',
  'model.timerInvalid': 'The timer is neither ISO 8601 nor an expression',
  'model.timerCycleHere': 'A cycle cannot stand at this event',
  'model.mappingTargetMissing': 'A mapping names no target',
  'model.calledElementMissing': 'The call activity names no process that could be called',
  'model.cardinalityMissing': 'The multi-instance activity says neither how many nor over which collection',
  'model.loopEndless': 'The loop has neither a condition nor a maximum',
};

const filled = (sentence: string, values: Problem['values'] = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** One sentence in English; a code without one gets the product's own, which is still true. */
export const problemSentence = ({ code, values }: Problem): string => {
  const sentence = sentences[code];
  return sentence === undefined ? problemText('en', { code, ...(values ? { values } : {}) }) : filled(sentence, values);
};
