/** What is wrong with the names and the foreign settings of a model. */
export const modelProblems = {
  'model.nameUnknown': 'Nic w procedurze nie ustawia „{name}”. Najbliższa znana nazwa: {nearest}',
  'model.foreignRefused': 'Ustawienia „{attribute}” z innego silnika nie da się dokładnie przełożyć: {reason}',
};
