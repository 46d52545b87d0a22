import { stypendiumSzkolne } from '../../processes/stypendium-szkolne/procedure.ts';
import type {
  CaseId,
  DefinitionHash,
  DocumentId,
  PersonId,
  Sha256,
  TaskId,
  UnitId,
} from '../../processes/language/ids.ts';
import type { CaseRow, CaseView, PublicCaseView, StepView, TaskRow, TaskView } from '../../processes/language/case.ts';
import type { DocumentView } from '../../processes/language/document.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { Pages, VerificationView } from '../../ui/contract.ts';
import type { Text } from '../../processes/language/text.ts';
import type { Unit } from '../../processes/language/party.ts';

/** An invented case in the middle of its way, as every page shows it. */
export const hash = 'a3f5c8'.padEnd(64, '9') as DefinitionHash & Sha256;
const text = (pl: string): Text => ({ pl, en: `${pl} (en)`, uk: `${pl} (uk)` });

export const units: Unit[] = [
  unit('sp-1', 'school', 'Szkoła Podstawowa nr 1 im. Marii Konopnickiej w Przykładowie'),
  unit('sp-2', 'school', 'Szkoła Podstawowa nr 2'),
  unit('wydzial', 'department', 'Wydział Oświaty'),
];
function unit(id: string, kind: Unit['kind'], name: string): Unit {
  return { id: id as UnitId, kind, name, address: 'ul. Łąkowa 1', symbol: id.toUpperCase() };
}
const school = { id: 'sp-1' as UnitId, name: units[0]!.name };
const department = { id: 'wydzial' as UnitId, name: 'Wydział Oświaty' };

export const people: Pages['start']['people'] = [
  { id: 'parent-1', name: 'Łucja Źrebięca', roles: [], unit: '' },
  { id: 'secretary-sp-1', name: 'Gżegżółka Bąk', roles: ['secretary'], unit: school.name },
  { id: 'director-sp-1', name: 'Ewaryst Świerk', roles: ['director'], unit: school.name },
  { id: 'clerk-wydzial', name: 'Świętosława Żółć', roles: ['clerk'], unit: department.name },
  { id: 'administrator', name: 'Mścisław Ćma', roles: ['administrator', 'clerk'], unit: department.name },
];

const procedure = { id: 'stypendium-szkolne', title: stypendiumSzkolne.title };
const caseOf = (n: number): TaskRow['case'] => ({ id: `c${n}` as CaseId, number: `SP1.4424.${n}.2026` });

const row = (n: number, name: string, more: Partial<TaskRow>): TaskRow => ({
  id: `c${n}.4` as TaskId,
  case: caseOf(n),
  procedure,
  unit: school,
  element: 'formalCheck',
  name,
  candidate: ['clerk@department'],
  subject: 'Ż. Ź.',
  progress: 'new',
  openedAt: '2026-11-20T09:15:00.000Z',
  ...more,
});
export const taskRows: TaskRow[] = [
  row(12, 'Sprawdź, czy wniosek jest kompletny', { due: { on: '2026-11-19', workingDaysLeft: -2 } }),
  row(13, 'Zaproponuj rozstrzygnięcie', { progress: 'draft', due: { on: '2026-11-24', workingDaysLeft: 1 } }),
  row(14, 'Podpisz decyzję', {
    progress: 'claimed',
    assignee: { id: 'clerk-wydzial', name: 'Świętosława Żółć' },
    due: { on: '2026-12-21', workingDaysLeft: 20 },
  }),
];

const document: DocumentView = {
  id: 'd1' as DocumentId,
  kind: 'decision',
  title: text('Decyzja w sprawie stypendium szkolnego'),
  mime: 'application/pdf',
  fileName: 'decyzja.pdf',
  createdAt: '2026-11-23T11:00:00.000Z',
  revisions: [
    { number: 1, sha256: hash, size: 48_123, at: '2026-11-23T11:00:00.000Z' },
    {
      number: 2,
      sha256: hash,
      size: 71_400,
      at: '2026-11-23T11:20:00.000Z',
      signature: {
        field: 'clerk',
        signer: 'clerk-wydzial' as PersonId,
        signerName: 'Świętosława Żółć',
        role: 'clerk',
        at: '2026-11-23T11:20:00.000Z',
        level: 'B-B',
        sha256: hash,
        task: 'c14.9',
      },
    },
  ],
  verificationCode: '7K3M-9QXT-2B4F',
  unsigned: [{ field: 'director', label: text('Dyrektor Wydziału'), order: 2 }],
};

export const taskView = (form: FormSchema, kind: 'form' | 'sign' = 'form'): TaskView => ({
  ...taskRows[1]!,
  state: 'open',
  form,
  data: {
    pupilFirstName: 'Żaneta',
    pupilLastName: 'Źrebięca',
    className: '4b',
    enrolled: 'yes',
    incomeTotal: 329_200,
    persons: 4,
    incomeSummary: 'Łucja Źrebięca: 2292,00 zł; Jan Źrebięcy: 1000,00 zł',
    late: true,
    lateReason: 'Dziecko wróciło do szkoły po leczeniu.',
    missing: ['incomeProof'],
    missingNote: 'Brakuje oświadczenia o dochodach ojca.',
    number: 'SP1.4424.13.2026',
  },
  documents: [document],
  ...(kind === 'sign'
    ? { signature: { document, field: 'director', signed: false }, returnable: true }
    : { draft: { data: {}, savedAt: '2026-11-23T12:30:00.000Z', revision: 3 } }),
});

const caseRow = (n: number, more: Partial<CaseRow>): CaseRow => ({
  ...caseOf(n),
  procedure,
  unit: school,
  status: 'open',
  stage: { id: 'department', label: text('Sprawdzany w Wydziale Oświaty') },
  subject: 'Ż. Ź.',
  startedAt: '2026-11-10T08:00:00.000Z',
  due: { on: '2026-12-10', workingDaysLeft: 13 },
  ...more,
});
export const rows: CaseRow[] = [
  caseRow(14, {}),
  caseRow(13, { status: 'incident', due: { on: '2026-11-24', workingDaysLeft: 1 } }),
  caseRow(12, { status: 'completed', outcome: 'granted' }),
];

const step = (
  [element, name, kind]: [string, string, string],
  next: string[],
  state: StepView['state'] = 'future',
  count = state === 'future' ? 0 : 1,
): StepView => ({
  element,
  name,
  kind,
  state,
  count,
  next,
  ...(count > 0 ? { enteredAt: '2026-11-12T09:00:00.000Z' } : {}),
  ...(state === 'done' ? { leftAt: '2026-11-13T10:30:00.000Z' } : {}),
});
export const steps: StepView[] = [
  step(['submitted', 'Wniosek złożony', 'startEvent'], ['schoolCheck'], 'done'),
  step(['schoolCheck', 'Potwierdź, że uczeń chodzi do szkoły', 'userTask'], ['countData'], 'done'),
  step(['countData', 'Policz dochód i sprawdź termin', 'scriptTask'], ['formalCheck'], 'done', 2),
  step(['formalCheck', 'Sprawdź, czy wniosek jest kompletny', 'userTask'], ['isComplete'], 'active', 2),
  step(['isComplete', 'Wniosek kompletny?', 'exclusiveGateway'], ['makeCall', 'checkEligibility']),
  step(['makeCall', 'Przygotuj wezwanie', 'serviceTask'], ['supplement'], 'incident'),
  step(['supplement', 'Uzupełnij wniosek', 'userTask'], ['countData'], 'cancelled'),
  step(['checkEligibility', '', 'businessRuleTask'], ['granted']),
  step(['granted', 'Stypendium rozliczone', 'endEvent'], []),
];

const stages = stypendiumSzkolne.stages.map(({ id, label }, index) => ({
  id,
  label,
  state: index < 2 ? ('done' as const) : index === 2 ? ('now' as const) : ('next' as const),
}));
const term: CaseView['term'] = {
  dueOn: '2026-12-28',
  basis: 'KPA art. 35 § 3',
  workingDaysLeft: 13,
  settled: false,
  derivation: [
    { rule: 'event', on: '2026-11-25' },
    { rule: 'dayNotCounted', on: '2026-11-25', basis: 'KPA art. 57 § 1' },
    { rule: 'count', on: '2026-12-25', value: 'P1M', basis: 'KPA art. 57 § 3' },
    { rule: 'holiday', on: '2026-12-25', value: 'christmasDay', basis: 'KPA art. 57 § 4' },
    { rule: 'holiday', on: '2026-12-26', value: 'secondChristmasDay', basis: 'KPA art. 57 § 4' },
    { rule: 'sunday', on: '2026-12-27', basis: 'KPA art. 57 § 4' },
    { rule: 'end', on: '2026-12-28' },
  ],
};
const letters: CaseView['messages'] = [
  {
    id: 'm1',
    at: '2026-11-18T10:00:00.000Z',
    subject: text('Wezwanie do uzupełnienia wniosku'),
    body: text('Brakuje:\n\n- oświadczenia o dochodach\n\nUzupełnij je w **7 dni** od doręczenia.'),
  },
];
const actions = [
  'caseFiled',
  'caseStarted',
  'taskCompleted',
  'documentMade',
  'documentSigned',
  'letterSent',
  'incidentRaised',
];

export const caseView: CaseView = {
  ...caseRow(14, { status: 'incident' }),
  definition: { hash, version: 2 },
  stages,
  holders: [{ role: 'clerk@department', unit: department }],
  term,
  tasks: taskRows.slice(0, 2),
  documents: [document],
  messages: letters,
  history: actions.map((action, index) => ({
    seq: index + 1,
    at: `2026-11-1${index}T10:00:00.000Z`,
    action,
    who: index === 0 ? 'applicant' : index === 1 ? 'system:engine' : 'Świętosława Żółć',
    hash,
    ...(action === 'taskCompleted' ? { element: 'Sprawdź, czy wniosek jest kompletny' } : {}),
  })),
  steps,
  flowsTaken: ['toSchool', 'toDepartment', 'toFormalCheck'],
  incidents: [
    {
      id: 'i1',
      element: 'makeCall',
      name: 'Przygotuj wezwanie',
      failure: 'handlerFailed',
      detail: 'makeDocument: template wezwanie: unknown variable',
      since: '2026-11-18T09:00:00.000Z',
    },
  ],
  parameters: [
    {
      key: 'stip.threshold',
      value: 82_300,
      unit: 'gr',
      basis: 'USO art. 90d ust. 7',
      validFrom: '2025-01-01',
      confirmed: false,
    },
    {
      key: 'kpa.supplement',
      value: 'P7D',
      unit: 'term',
      basis: 'KPA art. 64 § 2',
      validFrom: '2017-06-01',
      confirmed: true,
    },
  ],
  data: {},
};

export const publicView: PublicCaseView = {
  number: 'SP1.4424.12.2026',
  procedure,
  status: 'open',
  stages,
  hint: stypendiumSzkolne.stages[2]!.hint!,
  holder: department.name,
  term,
  letters,
  documents: [{ ...document, unsigned: [] }],
  tasks: [],
  history: actions.slice(0, 5).map((action, index) => ({ at: `2026-11-1${index}T10:00:00.000Z`, action })),
};

export const report: VerificationView = {
  known: true,
  valid: true,
  changedAfterSigning: false,
  sha256: hash,
  size: 71_400,
  title: document.title,
  number: 'SP1.4424.12.2026',
  signatures: [
    {
      field: 'clerk',
      signerName: 'Świętosława Żółć',
      organisation: 'Miasto Przykładowo',
      issuer: 'CN=Urząd certyfikacji miasta demo',
      at: '2026-11-23T11:20:00.000Z',
      level: 'B-B',
      valid: true,
      problems: [],
    },
    {
      field: 'director',
      signerName: 'Ewaryst Świerk',
      issuer: 'CN=Nieznany',
      level: 'none',
      valid: false,
      problems: ['untrusted', 'notPades'],
    },
  ],
};
