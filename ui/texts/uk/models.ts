/** What is wrong with the names and the foreign settings of a model. */
export const modelProblems = {
  'model.nameUnknown': 'Ніщо в процедурі не задає «{name}». Найближча відома назва: {nearest}',
  'model.foreignRefused': 'Налаштування «{attribute}» з іншого рушія не можна точно перетворити: {reason}',
};
