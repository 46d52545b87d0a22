/** What is wrong with the names and the foreign settings of a model, and what became of those settings. */
export const modelProblems = {
  'model.nameUnknown': 'Nic w procedurze nie ustawia „{name}”. Najbliższa znana nazwa: {nearest}',
  'model.foreignRefused': 'Ustawienia „{attribute}” z innego silnika nie da się dokładnie przełożyć: {reason}',
  'model.foreignConverted': 'Ustawienie „{attribute}” z innego silnika zapisano naszymi słowami',
  'model.foreignIdle': 'Ustawienie „{attribute}” z innego silnika niczego tu nie zmienia i zostało pominięte',
  'model.expressionConverted': 'Wyrażenie „{from}” stało się „{to}”',
};
