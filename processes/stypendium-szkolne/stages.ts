import type { Stage } from '../language/procedure.ts';

/** What the applicant sees of the way of a case, in this order. */
export const stages: Stage[] = [
  {
    id: 'submitted',
    label: { pl: 'Wniosek złożony', en: 'Application filed', uk: 'Заяву подано' },
    hint: {
      pl: 'Wniosek dotarł do szkoły. Nic nie musisz robić.',
      en: 'The school has your application. There is nothing you need to do.',
      uk: 'Заява надійшла до школи. Вам нічого не потрібно робити.',
    },
  },
  {
    id: 'school',
    label: { pl: 'Sprawdzany w szkole', en: 'Checked by the school', uk: 'Перевіряє школа' },
    hint: {
      pl: 'Sekretariat potwierdza, że uczeń chodzi do szkoły, i przekazuje wniosek do Wydziału Oświaty.',
      en: 'The school office confirms that the pupil attends and passes the application to the education department.',
      uk: 'Секретаріат підтверджує, що учень навчається у школі, і передає заяву до департаменту освіти.',
    },
  },
  {
    id: 'department',
    label: {
      pl: 'Sprawdzany w Wydziale Oświaty',
      en: 'Checked by the education department',
      uk: 'Перевіряє департамент освіти',
    },
    hint: {
      pl: 'Wydział sprawdza, czy wniosek jest kompletny. Jeśli czegoś zabraknie, dostaniesz wezwanie i co najmniej 7 dni na uzupełnienie.',
      en: 'The department checks that nothing is missing. If something is, you get a call and at least 7 days to add it.',
      uk: 'Департамент перевіряє, чи нічого не бракує. Якщо бракує, ви отримаєте виклик і щонайменше 7 днів на доповнення.',
    },
  },
  {
    id: 'deciding',
    label: { pl: 'Rozstrzygany i podpisywany', en: 'Being decided and signed', uk: 'Ухвалюється й підписується' },
    hint: {
      pl: 'Wydział porównuje dochód z kryterium, przygotowuje decyzję i ją podpisuje.',
      en: 'The department compares the income with the threshold, prepares the decision and signs it.',
      uk: 'Департамент порівнює дохід із межею, готує рішення та підписує його.',
    },
  },
  {
    id: 'delivery',
    label: {
      pl: 'Decyzja wydana i doręczana',
      en: 'Decision issued and being delivered',
      uk: 'Рішення видано, вручається',
    },
    hint: {
      pl: 'Decyzja jest podpisana i czeka na Ciebie w dokumentach. Od doręczenia masz 14 dni na odwołanie.',
      en: 'The decision is signed and waits for you among the documents. You may appeal within 14 days of delivery.',
      uk: 'Рішення підписано, воно чекає на вас у документах. Оскаржити його можна протягом 14 днів від вручення.',
    },
  },
  {
    id: 'closing',
    label: { pl: 'Wypłata i zamknięcie', en: 'Payment and closing', uk: 'Виплата та закриття' },
    hint: {
      pl: 'Jeśli stypendium przyznano, przynoś rachunki: urząd zwraca wydatki do przyznanej kwoty.',
      en: 'If the stipend was granted, bring your invoices: the office refunds them up to the grant.',
      uk: 'Якщо стипендію надано, приносьте рахунки: установа відшкодовує витрати до наданої суми.',
    },
  },
];
