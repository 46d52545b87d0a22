/** What is wrong with the names and the foreign settings of a model, and what became of those settings. */
export const modelProblems = {
  'model.nameUnknown': 'Ніщо в процедурі не задає «{name}». Найближча відома назва: {nearest}',
  'model.foreignRefused': 'Налаштування «{attribute}» з іншого рушія не можна точно перетворити: {reason}',
  'model.foreignConverted': 'Записано нашими словами: {attribute}',
  'model.foreignIdle': 'Пропущено, бо тут нічого не змінює: {attribute}',
  'model.expressionConverted': 'Вираз «{from}» став «{to}»',
  'model.fileEmpty': 'Файл порожній',
  'model.fileNotXml': 'Це не файл XML. Збережіть модель як .bpmn або .xml, а таблиці як .dmn',
  'model.fileNotBpmn': 'Це файл XML, але не модель BPMN 2.0',
  'model.fileNotDmn': 'Це файл XML, але не файл рішень DMN',
  'model.fileTooLarge': 'Файл завеликий; модель може мати до 2 МБ',
  'model.timerStartDuration':
    'Справи цієї процедури починаються самі, тому потрібна дата або цикл; тривалість {timer} немає від чого рахувати',
  'model.timerStartUnclear':
    'Незрозуміло, коли починати справу: {timer} має бути датою або циклом ISO 8601 і не може читати змінних, бо справи ще немає',
};
