/** What is wrong with the names and the foreign settings of a model, and what became of those settings. */
export const modelProblems = {
  'model.nameUnknown': 'Ніщо в процедурі не задає «{name}». Найближча відома назва: {nearest}',
  'model.foreignRefused': 'Налаштування «{attribute}» з іншого рушія не можна точно перетворити: {reason}',
  'model.foreignConverted': 'Налаштування «{attribute}» з іншого рушія записано нашими словами',
  'model.foreignIdle': 'Налаштування «{attribute}» з іншого рушія тут нічого не змінює, його пропущено',
  'model.expressionConverted': 'Вираз «{from}» став «{to}»',
};
