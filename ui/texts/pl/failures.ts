import type { FailureCode } from '../../../processes/language/failure.ts';

type Failures = Record<FailureCode, { title: string; advice: string }>;

const failure: Failures = {
  invalidInput: { title: 'Coś trzeba poprawić', advice: 'Popraw wskazane miejsca i wyślij jeszcze raz.' },
  notFound: {
    title: 'Nie ma takiej strony',
    advice: 'Sprawdź adres albo numer. Jeśli to czyjaś sprawa, możesz nie mieć do niej dostępu.',
  },
  notSignedIn: { title: 'Najpierw się zaloguj', advice: 'Zaloguj się, a wrócisz na tę stronę.' },
  forbidden: { title: 'Tej czynności nie możesz wykonać', advice: 'Poproś osobę, która ma do tego uprawnienia.' },
  taskClosed: {
    title: 'To zadanie jest już zamknięte',
    advice: 'Ktoś je zakończył albo sprawa poszła inną drogą. Nic się nie zmieniło; odśwież listę zadań.',
  },
  taskClaimed: {
    title: 'Tym zadaniem zajmuje się ktoś inny',
    advice: 'Poproś tę osobę, żeby oddała zadanie na wspólną listę.',
  },
  caseClosed: { title: 'Sprawa jest zakończona', advice: 'W zakończonej sprawie nie można już nic zrobić.' },
  caseSuspended: {
    title: 'Sprawa jest wstrzymana',
    advice: 'Administrator wstrzymał sprawę. Nic się nie zmieniło; spróbuj ponownie, gdy zostanie wznowiona.',
  },
  notAwaited: {
    title: 'Sprawa teraz na to nie czeka',
    advice: 'Sprawa poszła już dalej albo jeszcze do tego nie doszła. Nic się nie zmieniło; odśwież stronę sprawy.',
  },
  signatureRequired: {
    title: 'Najpierw podpisz dokument',
    advice: 'Wróć do zadania, przeczytaj dokument i podpisz go. Potem zakończ zadanie.',
  },
  signatureRefused: {
    title: 'Tego podpisu nie można przyjąć',
    advice: 'Sprawdź, czy podpisuje właściwa osoba, czy certyfikat jest ważny i czy to ta wersja dokumentu.',
  },
  stepUpRequired: {
    title: 'Potwierdź tożsamość',
    advice: 'Przed podpisaniem zaloguj się jeszcze raz. Wrócisz do tego samego miejsca.',
  },
  conflict: {
    title: 'Ktoś zmienił to przed Tobą',
    advice: 'Odśwież stronę i porównaj. Twoje wpisy nie zastąpiły cudzych.',
  },
  idempotencyMismatch: {
    title: 'Ten wniosek wysłano już z inną treścią',
    advice: 'Otwórz pusty formularz i wyślij wniosek od nowa.',
  },
  modelRefused: {
    title: 'Modelu nie można wdrożyć',
    advice: 'Popraw wszystkie wskazane miejsca. Nic nie zostało zmienione.',
  },
  migrationRefused: {
    title: 'Sprawy nie można przenieść na tę wersję',
    advice:
      'Dla każdego wskazanego miejsca wybierz, czym staje się w drugiej wersji, albo poczekaj, aż sprawa je minie. Niczego nie zmieniono.',
  },
  engineUnavailable: {
    title: 'Silnik spraw chwilowo nie odpowiada',
    advice: 'Spróbuj za chwilę. Złożone wnioski i wersje robocze są bezpieczne.',
  },
  storeUnavailable: {
    title: 'Baza danych chwilowo nie odpowiada',
    advice: 'Spróbuj za chwilę. Tego, co było zapisane, nie stracisz.',
  },
  tooManyRequests: { title: 'Za dużo prób', advice: 'Odczekaj kilka minut i spróbuj ponownie.' },
  tooLarge: { title: 'To jest za duże', advice: 'Zmniejsz plik albo podziel go na części i wyślij ponownie.' },
  forgedRequest: { title: 'Strona wygasła', advice: 'Wróć, odśwież stronę i wyślij jeszcze raz.' },
  expressionFailed: {
    title: 'Nie udało się obliczyć warunku',
    advice: 'Krok czeka na administratora: trzeba poprawić dane albo model i uruchomić krok ponownie.',
  },
  handlerFailed: {
    title: 'Krok automatyczny się nie powiódł',
    advice: 'Próbowano kilka razy. Usuń przyczynę i uruchom krok ponownie.',
  },
  uncaughtError: {
    title: 'Wystąpił błąd, którego procedura nie przewiduje',
    advice: 'Krok czeka na administratora, który zdecyduje, co dalej.',
  },
  unknownReference: {
    title: 'Procedura odwołuje się do czegoś, czego nie ma',
    advice: 'Sprawdź nazwę procedury, formularza albo dokumentu.',
  },
};

export const failures = {
  failure,
  error: {
    home: 'Wróć na stronę główną',
    request: 'Numer zgłoszenia',
    requestHint: 'Podaj go, jeśli będziesz pytać o ten błąd.',
    problems: 'Co się nie zgadza',
    kept: 'Zachowaliśmy to, co wpisano',
    keptSignIn:
      'Zaloguj się w nowej karcie, wróć tutaj i wyślij jeszcze raz. Nic się dotąd nie zmieniło. Załączone pliki trzeba będzie dodać ponownie.',
    keptText: 'Nic się dotąd nie zmieniło. Wyślij jeszcze raz; załączone pliki trzeba będzie dodać ponownie.',
    sendAgain: 'Wyślij jeszcze raz',
    unexpectedTitle: 'Coś poszło nie tak po naszej stronie',
    unexpectedAdvice: 'Nie musisz nic poprawiać. Spróbuj za chwilę; jeśli błąd wróci, podaj nam numer zgłoszenia.',
  },
};
