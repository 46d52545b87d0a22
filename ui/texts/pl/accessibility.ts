export const accessibility = {
  accessibility: {
    title: 'Deklaracja dostępności',
    intro:
      'zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Oświadczenie w sprawie dostępności ma zastosowanie do strony',
    entity: 'Miasto Demo',
    site: 'Obieg',
    published: 'Data publikacji strony internetowej:',
    updated: 'Data ostatniej istotnej aktualizacji:',
    statusTitle: 'Stan dostępności cyfrowej',
    status: 'Strona jest zgodna z WCAG 2.1 na poziomie AA; sprawdzamy ją także według WCAG 2.2 AA.',
    diagram:
      'Schematy procesów są rysunkami. Każdy z nich ma pod spodem listę tych samych kroków z tym samym stanem, którą można czytać i obsłużyć klawiaturą.',
    preparedTitle: 'Przygotowanie deklaracji dostępności',
    prepared: 'Data sporządzenia deklaracji:',
    method: 'Deklarację sporządzono na podstawie samooceny z testami automatycznymi każdej strony.',
    keyboard: 'Na stronie można używać standardowych skrótów klawiaturowych przeglądarki.',
    contactTitle: 'Informacje zwrotne i dane kontaktowe',
    contact: 'Za rozpatrywanie uwag i wniosków odpowiada:',
    person: 'koordynator do spraw dostępności',
    email: 'E-mail:',
    phone: 'Telefon:',
    procedureTitle: 'Obsługa wniosków i skarg związanych z dostępnością',
    procedure:
      'Każdy ma prawo wystąpić z żądaniem zapewnienia dostępności cyfrowej tej strony lub jej elementów. Żądanie powinno zawierać dane osoby zgłaszającej, wskazanie strony lub jej elementu oraz sposób kontaktu. Odpowiadamy niezwłocznie, nie później niż w ciągu 7 dni od wystąpienia z żądaniem; jeżeli to niemożliwe, informujemy o tym, a termin nie przekroczy 2 miesięcy.',
    complaint:
      'Gdy odmówimy albo nie odpowiemy w terminie, można złożyć skargę. Po wyczerpaniu tej drogi można złożyć wniosek do Rzecznika Praw Obywatelskich.',
    ombudsman: 'Strona Rzecznika Praw Obywatelskich',
    otherTitle: 'Pozostałe informacje',
    other:
      'Strona działa bez JavaScriptu, na ekranach od 320 pikseli szerokości, w trybie ciemnym i przy wysokim kontraście.',
  },
};
