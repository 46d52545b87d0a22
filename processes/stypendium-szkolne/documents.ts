import type { DocumentSpec, SignatureField } from '../language/document.ts';

const clerk: SignatureField = {
  field: 'clerk',
  label: { pl: 'Prowadzący sprawę', en: 'Clerk in charge', uk: 'Відповідальний за справу' },
  order: 1,
};
const director: SignatureField = {
  field: 'director',
  label: {
    pl: 'Z upoważnienia Prezydenta Miasta, dyrektor Wydziału',
    en: 'For the Mayor, director of the department',
    uk: 'За дорученням мера, директор департаменту',
  },
  order: 2,
};

export const documents: DocumentSpec[] = [
  {
    id: 'decision',
    title: {
      pl: 'Decyzja w sprawie stypendium szkolnego',
      en: 'Decision on the school stipend',
      uk: 'Рішення про шкільну стипендію',
    },
    template: 'decision.typ',
    signatures: [clerk, director],
  },
  {
    id: 'wezwanie',
    title: {
      pl: 'Wezwanie do uzupełnienia wniosku',
      en: 'Call to complete the application',
      uk: 'Виклик для доповнення заяви',
    },
    template: 'wezwanie.typ',
    signatures: [clerk],
  },
  {
    id: 'pozostawienie',
    title: {
      pl: 'Zawiadomienie o pozostawieniu wniosku bez rozpoznania',
      en: 'Notice that the application is left without examination',
      uk: 'Повідомлення про залишення заяви без розгляду',
    },
    template: 'pozostawienie.typ',
    signatures: [clerk],
  },
];
