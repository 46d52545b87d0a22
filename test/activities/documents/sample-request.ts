import type { MakeRequest } from '../../../activities/documents/ports.ts';

/** A decision on one page with two planned signatures, and letters of Polish and Ukrainian. Invented people. */
export const sampleRequest: MakeRequest = {
  template: `#import "/obieg.typ": *
#letterhead("Miasto Przykładowo", "Wydział Oświaty i Wychowania", address: "ul. Szkolna 1, 20-000 Przykładowo")
#reference(data.znakSprawy, place: "Przykładowo")
#addressee[Pani \\ *#data.parent* \\ ul. Łąkowa 5 m. 7 \\ 20-001 Przykładowo]
#heading-block("DECYZJA", subtitle: "w sprawie stypendium szkolnego")
Na podstawie art. 90d ust. 1 i 7 oraz art. 90n ust. 1 ustawy z dnia 7 września 1991 r. o systemie oświaty, po rozpatrzeniu
wniosku z dnia #long-date("2026-09-10"),
== przyznaję
stypendium szkolne dla ucznia *#data.pupil* w następującej wysokości:
#table-of((("Okres", "wrzesień–grudzień 2026"), ("Kwota miesięcznie", money(24800)), ("Razem", money(124800))))
== Uzasadnienie
Zażółć gęślą jaźń. ZAŻÓŁĆ GĘŚLĄ JAŹŃ. Учениця Ґалаґан, Їжакевич, Єва, Іванна. #data.reason
== Pouczenie
+ Od decyzji służy odwołanie do Samorządowego Kolegium Odwoławczego.
+ Termin wynosi 14 dni od dnia doręczenia decyzji.
#signature-fields()
#verification-block()
`,
  data: {
    znakSprawy: 'WO.4110.12.2026',
    parent: 'Żaneta Gęślicka-Źdźbło',
    pupil: 'Świętosław Gęślicki',
    reason: 'Dochód na osobę nie przekracza kryterium, a w rodzinie występuje wielodzietność.',
  },
  title: 'Decyzja w sprawie stypendium szkolnego',
  language: 'pl',
  createdAt: '2026-11-23T12:00:00.000Z',
  signatures: [
    {
      field: 'clerk',
      order: 1,
      label: { pl: 'Pracownik', en: 'Clerk', uk: 'Працівник' },
      labelPl: 'Podpis pracownika prowadzącego sprawę',
    },
    {
      field: 'director',
      order: 2,
      label: { pl: 'Dyrektor', en: 'Director', uk: 'Директор' },
      labelPl: 'Podpis dyrektora wydziału',
    },
  ],
  verification: { code: '7K3M-9QXT-2HFW-AB4D', url: 'https://obieg.example/sprawdz/7K3M-9QXT-2HFW-AB4D' },
};
