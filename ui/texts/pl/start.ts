import { plural } from '../plural.ts';

export const start = {
  start: {
    title: 'Sprawy szkół załatwiane do końca',
    lead: 'Obieg prowadzi sprawę od wniosku rodzica, przez szkołę i Wydział Oświaty, do podpisanej decyzji. Każdy widzi, gdzie jest sprawa i na kogo czeka.',
    trackTitle: 'Sprawdź, co dzieje się z Twoją sprawą',
    track: 'Potrzebny będzie numer sprawy i kod z potwierdzenia.',
    verifyTitle: 'Sprawdź, czy dokument jest prawdziwy',
    verify: 'Wpisz kod z dokumentu albo wskaż plik PDF.',
    demoTitle: 'Wypróbuj jako…',
    demoText:
      'Jedno kliknięcie loguje Cię jako jedną ze zmyślonych osób. Po zalogowaniu możesz w każdej chwili wrócić tu i zmienić osobę.',
    signInAs: 'Zaloguj jako {name}',
    steps: {
      title: 'Pięć minut z Obiegiem',
      apply: 'Zaloguj się jako rodzic i złóż wniosek o stypendium szkolne. Zapisz numer sprawy i kod.',
      secretary: 'Zaloguj się jako sekretariat tej samej szkoły: sprawdź ucznia i przekaż wniosek.',
      clerk: 'Zaloguj się jako referent Wydziału Oświaty: oceń wniosek i przygotuj decyzję.',
      sign: 'Podpisz decyzję tak, jak proszą kolejne zadania. Pobierz PDF z oboma podpisami.',
      verify: 'Sprawdź decyzję na stronie „Sprawdź dokument”, a sprawę numerem i kodem.',
    },
    openCases: plural({
      one: 'Teraz w toku jest {n} sprawa.',
      few: 'Teraz w toku są {n} sprawy.',
      many: 'Teraz w toku jest {n} spraw.',
      other: 'Teraz w toku jest {n} sprawy.',
    }),
  },
  signIn: {
    title: 'Zaloguj się',
    text: 'Wybierz osobę, jako którą chcesz wejść. To logowanie na próbę: nie ma haseł i nie ma prawdziwych danych.',
    parents: 'Rodzice',
    staff: 'Urząd i szkoły',
  },
};
