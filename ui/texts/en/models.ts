/** What is wrong with the names and the foreign settings of a model, and what became of those settings. */
export const modelProblems = {
  'model.nameUnknown': 'Nothing in the procedure sets “{name}”. The nearest known name: {nearest}',
  'model.foreignRefused': 'The setting “{attribute}” of another engine cannot be converted exactly: {reason}',
  'model.foreignConverted': 'Put into our words: {attribute}',
  'model.foreignIdle': 'Left aside, for it changes nothing here: {attribute}',
  'model.expressionConverted': 'The expression “{from}” became “{to}”',
  'model.fileEmpty': 'The file is empty',
  'model.fileNotXml': 'The file is not XML. Save the model as .bpmn or .xml, the tables as .dmn',
  'model.fileNotBpmn': 'This is XML, but not a BPMN 2.0 model',
  'model.fileNotDmn': 'This is XML, but not a file of DMN decisions',
  'model.fileTooLarge': 'The file is too large; a model may have up to 2 MB',
  'model.timerStartDuration':
    'Cases of this procedure begin by themselves, which takes a date or a cycle; the duration {timer} has nothing to count from',
  'model.timerStartUnclear':
    'It is not clear when a case begins: {timer} must be an ISO 8601 date or cycle and cannot read variables, for there is no case yet',
};
