import { defineProcedure } from '../language/procedure.ts';

/** The smallest complete procedure: the authors' template. Copy the folder, rename, deploy. */
export const demo = defineProcedure({
  id: 'demo',
  title: { pl: 'Zaświadczenie ze szkoły', en: 'Certificate from the school', uk: 'Довідка зі школи' },
  summary: {
    pl: 'Procedura wzorcowa: prośba, jedna decyzja, jeden podpisany dokument.',
    en: 'The template procedure: a request, one decision, one signed document.',
    uk: 'Зразкова процедура: прохання, одне рішення, один підписаний документ.',
  },
  legalBasis: 'KPA art. 217–219',
  jrwa: '4120',
  retention: 'B5',
  start: [
    { by: ['applicant'], form: 'request', public: true },
    { by: ['secretary'], form: 'request', public: false },
  ],
  forms: ['request', 'review', 'signature'],
  documents: [
    {
      id: 'certificate',
      title: { pl: 'Zaświadczenie', en: 'Certificate', uk: 'Довідка' },
      template: 'certificate.typ',
      signatures: [
        {
          field: 'director',
          label: { pl: 'Dyrektor szkoły', en: 'Head of the school', uk: 'Директор школи' },
          order: 1,
        },
      ],
    },
  ],
  stages: [
    { id: 'submitted', label: { pl: 'Prośba złożona', en: 'Request filed', uk: 'Прохання подано' } },
    { id: 'review', label: { pl: 'Rozpatrywana w szkole', en: 'Reviewed by the school', uk: 'Розглядає школа' } },
    { id: 'signature', label: { pl: 'Podpisywana', en: 'Being signed', uk: 'Підписується' } },
    { id: 'closed', label: { pl: 'Zamknięta', en: 'Closed', uk: 'Закрито' } },
  ],
  parameters: [],
  term: { duration: 'P7D', basis: 'KPA art. 217 § 3' },
  unitVariable: 'school',
  subject: ['pupilFirstName', 'pupilLastName'],
  sample: {
    number: 'SP1.4120.1.2026',
    pupilFirstName: 'Jaś',
    pupilLastName: 'Żółty',
    school: 'sp-1',
    unitName: 'Szkoła Podstawowa nr 1 w Przykładowie',
    className: '1a',
    purpose: 'złożenie wniosku o bilet miesięczny',
    verdict: 'issue',
  },
});
