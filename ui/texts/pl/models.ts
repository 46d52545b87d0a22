/** What is wrong with the names and the foreign settings of a model, and what became of those settings. */
export const modelProblems = {
  'model.nameUnknown': 'Nic w procedurze nie ustawia „{name}”. Najbliższa znana nazwa: {nearest}',
  'model.foreignRefused': 'Ustawienia „{attribute}” z innego silnika nie da się dokładnie przełożyć: {reason}',
  'model.foreignConverted': 'Zapisano naszymi słowami: {attribute}',
  'model.foreignIdle': 'Pominięto, bo niczego tu nie zmienia: {attribute}',
  'model.expressionConverted': 'Wyrażenie „{from}” stało się „{to}”',
  'model.fileEmpty': 'Plik jest pusty',
  'model.fileNotXml': 'To nie jest plik XML. Zapisz model jako .bpmn albo .xml, a tabele jako .dmn',
  'model.fileNotBpmn': 'To plik XML, ale nie model BPMN 2.0',
  'model.fileNotDmn': 'To plik XML, ale nie plik decyzji DMN',
  'model.fileTooLarge': 'Plik jest za duży; model może mieć do 2 MB',
  'model.timerStartDuration':
    'Ta procedura sama zaczyna sprawy, więc potrzebuje daty albo cyklu; czas trwania {timer} nie ma od czego się liczyć',
  'model.timerStartUnclear':
    'Nie wiadomo, kiedy zacząć sprawę: {timer} musi być datą albo cyklem ISO 8601 i nie może czytać zmiennych, bo sprawy jeszcze nie ma',
};
