/** What is wrong with the names and the foreign settings of a model. */
export const modelProblems = {
  'model.nameUnknown': 'Nothing in the procedure sets “{name}”. The nearest known name: {nearest}',
  'model.foreignRefused': 'The setting “{attribute}” of another engine cannot be converted exactly: {reason}',
};
