import { defineProcedure } from '../language/procedure.ts';
import { documents } from './documents.ts';
import { sample } from './sample.ts';
import { stages } from './stages.ts';

/** School stipend: social aid for pupils, granted by administrative decision of the city. */
export const stypendiumSzkolne = defineProcedure({
  id: 'stypendium-szkolne',
  title: { pl: 'Stypendium szkolne', en: 'School stipend', uk: 'Шкільна стипендія' },
  summary: {
    pl: 'Pomoc dla ucznia, którego rodzina ma niski dochód: zwrot kosztów podręczników, przyborów i zajęć.',
    en: 'Help for a pupil whose family has a low income: refund of textbooks, supplies and classes.',
    uk: 'Допомога учневі із сім’ї з низьким доходом: відшкодування підручників, приладдя та занять.',
  },
  legalBasis: 'Ustawa z 7 września 1991 r. o systemie oświaty, art. 90b–90u; Kodeks postępowania administracyjnego',
  jrwa: '4424',
  retention: 'B5',
  start: [
    { by: ['applicant'], form: 'application', public: true },
    { by: ['secretary', 'clerk'], form: 'application', public: false },
  ],
  forms: [
    'application',
    'schoolCheck',
    'formalCheck',
    'supplement',
    'callExpiry',
    'proposal',
    'signature',
    'delivery',
    'appealForwarding',
    'settlement',
  ],
  documents,
  stages,
  parameters: [
    'stip.threshold',
    'stip.base',
    'stip.min',
    'stip.max',
    'stip.months',
    'stip.deadline',
    'kpa.supplement',
    'kpa.appeal',
  ],
  term: { duration: 'P1M', basis: 'KPA art. 35 § 3', until: 'delivery' },
  remedy: {
    body: {
      pl: 'Samorządowe Kolegium Odwoławcze',
      en: 'Local Government Board of Appeal',
      uk: 'Апеляційна колегія самоврядування',
    },
    term: 'P14D',
    basis: 'KPA art. 127 § 1 i 2, art. 129 § 1 i 2',
  },
  unitVariable: 'school',
  subject: ['pupilFirstName', 'pupilLastName'],
  sample,
});
