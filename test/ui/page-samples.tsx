import { readFileSync } from 'node:fs';
import type { VNode } from 'preact';
import { AccessibilityPage } from '../../ui/pages/accessibility.tsx';
import { ApplicationPage } from '../../ui/pages/application.tsx';
import { ApplicationsPage } from '../../ui/pages/applications.tsx';
import { CasePage } from '../../ui/pages/case.tsx';
import { CasesPage } from '../../ui/pages/cases.tsx';
import { ErrorPage } from '../../ui/pages/error.tsx';
import { InboxPage } from '../../ui/pages/inbox.tsx';
import { MigrationPage } from '../../ui/pages/migration.tsx';
import { ModelCheckPage } from '../../ui/pages/model-check.tsx';
import { MyCasesPage } from '../../ui/pages/my-cases.tsx';
import { OperatePage } from '../../ui/pages/operate.tsx';
import { ProcedurePage } from '../../ui/pages/procedure.tsx';
import { ProceduresPage } from '../../ui/pages/procedures.tsx';
import { PublicCasePage } from '../../ui/pages/public-case.tsx';
import { SignInPage } from '../../ui/pages/sign-in.tsx';
import { StartPage } from '../../ui/pages/start.tsx';
import { SubmittedPage } from '../../ui/pages/submitted.tsx';
import { TaskPage } from '../../ui/pages/task.tsx';
import { TrackPage } from '../../ui/pages/track.tsx';
import { VerifyPage } from '../../ui/pages/verify.tsx';
import { demo } from '../../processes/demo/procedure.ts';
import { stypendiumSzkolne as stypendium } from '../../processes/stypendium-szkolne/procedure.ts';
import { migration, migrationReport, operatorView } from './operating-data.ts';
import { caseView, hash, people, publicView, report, rows, steps, taskRows, taskView, units } from './sample-data.ts';
import { faultyVerdict, verdict } from './sample-verdicts.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { PageContext, Pages, Viewer } from '../../ui/contract.ts';
import type { Problem } from '../../processes/language/failure.ts';

/** One page as somebody meets it: who looks, at which address, and the page drawn for a context. */
export type Sample = { name: string; viewer: Viewer; path: string; draw: (context: PageContext) => VNode };

const anonymous: Viewer = { kind: 'anonymous' };
const parent: Viewer = { kind: 'parent', id: 'parent-1', name: 'Łucja Źrebięca' };
const staff: Viewer = {
  kind: 'staff',
  id: 'clerk-wydzial',
  name: 'Świętosława Żółć',
  roles: ['clerk'],
  units: [{ id: 'wydzial', name: 'Wydział Oświaty' }],
  openTasks: 3,
};

const administrator: Viewer = {
  kind: 'staff',
  id: 'administrator',
  name: 'Żegota Ćwikła',
  roles: ['administrator'],
  units: [],
  openTasks: 0,
};

const sample = <Name extends keyof Pages>(
  name: string,
  [viewer, path]: [Viewer, string],
  page: (props: { context: PageContext } & Pages[Name]) => VNode,
  props: Pages[Name],
): Sample => ({ name, viewer, path, draw: (context) => page({ ...props, context }) });

const readForm = (path: string): FormSchema =>
  JSON.parse(readFileSync(new URL(`../../processes/${path}.form.json`, import.meta.url), 'utf8')) as FormSchema;
const schools = units.filter(({ kind }) => kind === 'school');
const procedures = [stypendium, demo];

const typed: JsonObject = {
  pupilFirstName: 'Żaneta',
  school: 'sp-1',
  postcode: '20001',
  members: [{ name: 'Łucja Źrebięca', relation: 'parent', income: 'tysiąc' }, { name: '' }],
  circumstances: [],
  aidForms: ['schoolSupplies'],
};
const problems: Problem[] = [
  { at: 'pupilLastName', code: 'required' },
  { at: 'postcode', code: 'postcode' },
  { at: 'members.0.income', code: 'money' },
  { at: 'members.1.name', code: 'required' },
  { at: 'circumstances', code: 'required' },
  { at: 'incomeMonth', code: 'pattern' },
  { at: 'truthClause', code: 'required' },
];
const application = (form: Pages['application']['form'], channel: 'web' | 'paper' = 'web'): Pages['application'] => ({
  procedure: stypendium,
  schema: readForm('stypendium-szkolne/forms/application'),
  form,
  schools,
  idempotencyKey: 'key-1',
  channel,
});
const task = (more: Partial<Pages['task']> = {}): Pages['task'] => ({
  task: taskView(readForm('stypendium-szkolne/forms/formalCheck')),
  form: { values: { formalResult: 'incomplete' }, problems: [] },
  schools,
  freshSignIn: true,
  canSign: true,
  mayAct: true,
  ...more,
});
const signing = taskView(readForm('stypendium-szkolne/forms/signature'), 'sign');
const inbox: Pages['inbox'] = {
  rows: taskRows,
  total: 57,
  page: 2,
  pages: 3,
  filter: { show: 'mine' },
  counts: { mine: 3, all: 57, overdue: 1 },
  procedures,
  units,
};
const cases: Pages['cases'] = { rows, total: 3, page: 1, pages: 1, filter: { text: 'SP1' }, procedures, units };
const deployed = { version: 2, hash, deployedAt: '2026-11-02T08:00:00.000Z' };

/** Every page, each in the situations that look different. */
export const samples: Sample[] = [
  sample<'start'>('start', [anonymous, '/'], StartPage, { procedures, people, open: { cases: 12 } }),
  sample<'sign-in'>('sign-in', [anonymous, '/sign-in/as/x'], SignInPage, {
    people,
    action: '/sign-in/as/x',
    problems: [],
  }),
  sample<'inbox'>('inbox', [staff, '/inbox?show=mine'], InboxPage, inbox),
  sample<'inbox'>('inbox-empty', [staff, '/inbox'], InboxPage, { ...inbox, rows: [], total: 0, page: 1, pages: 1 }),
  sample<'task'>('task', [staff, '/tasks/t1'], TaskPage, task()),
  sample<'task'>(
    'task-sign',
    [staff, '/tasks/t2'],
    TaskPage,
    task({ task: signing, form: { values: {}, problems: [] } }),
  ),
  sample<'task'>('task-read-only', [staff, '/tasks/t1'], TaskPage, task({ mayAct: false })),
  sample<'task'>(
    'task-parent',
    [parent, '/tasks/t3'],
    TaskPage,
    task({
      task: taskView(readForm('stypendium-szkolne/forms/supplement')),
      form: {
        values: { correctHousehold: 'yes' },
        problems: [{ at: 'members', code: 'minItems', values: { count: 1 } }],
      },
    }),
  ),
  sample<'case'>('case', [staff, '/cases/c1'], CasePage, {
    case: caseView,
    diagramUrl: '/diagram.bpmn',
    may: { retry: true, operate: true, deliver: [{ message: 'appealFiled', label: 'Wpłynęło odwołanie' }] },
  }),
  sample<'operate'>('operate', [administrator, '/cases/c1/operate'], OperatePage, {
    case: operatorView,
    form: {
      values: { scope: '0', name: 'kwota!', value: 'dużo' },
      problems: [
        { at: 'name', code: 'pattern' },
        { at: 'value', code: 'json' },
      ],
    },
  }),
  sample<'operate'>('operate-suspended', [administrator, '/cases/c1/operate'], OperatePage, {
    case: { ...operatorView, suspended: true, tokens: [], joins: [] },
    form: { values: {}, problems: [] },
  }),
  sample<'operate'>('operate-over', [administrator, '/cases/c1/operate'], OperatePage, {
    case: { ...operatorView, status: 'completed', outcome: 'cancelled', running: false, tokens: [], scopes: [] },
    form: { values: {}, problems: [] },
  }),
  sample<'migration'>('migration', [administrator, '/procedures/demo/migration'], MigrationPage, migration),
  sample<'migration'>('migration-report', [administrator, '/procedures/demo/migration'], MigrationPage, {
    ...migration,
    report: migrationReport,
  }),
  sample<'migration'>('migration-applied', [administrator, '/procedures/demo/migration'], MigrationPage, {
    ...migration,
    report: {
      ...migrationReport,
      more: true,
      rows: migrationReport.rows.map((row) => ({ ...row, state: 'migrated' })),
    },
    applied: true,
  }),
  sample<'cases'>('cases', [staff, '/cases?text=SP1'], CasesPage, cases),
  sample<'applications'>('applications', [anonymous, '/applications'], ApplicationsPage, { procedures }),
  sample<'application'>(
    'application',
    [parent, '/applications/stypendium-szkolne'],
    ApplicationPage,
    application({ values: {}, problems: [] }),
  ),
  sample<'application'>(
    'application-wrong',
    [parent, '/applications/stypendium-szkolne'],
    ApplicationPage,
    application({ values: typed, problems }),
  ),
  sample<'application'>(
    'application-paper',
    [staff, '/applications/stypendium-szkolne'],
    ApplicationPage,
    application({ values: {}, problems: [] }, 'paper'),
  ),
  sample<'submitted'>('submitted', [anonymous, '/applications/stypendium-szkolne'], SubmittedPage, {
    number: 'SP1.4424.12.2026',
    code: '7K3M-9QXT-2B4F',
    state: 'started',
    procedure: stypendium,
    signedIn: false,
  }),
  sample<'track'>('track', [anonymous, '/track'], TrackPage, {
    number: 'SP1.4424.12.2026',
    problems: [{ at: 'code', code: 'trackingCode' }],
  }),
  sample<'public-case'>('public-case', [anonymous, '/track/SP1.4424.12.2026'], PublicCasePage, {
    case: publicView,
    base: '/track/SP1.4424.12.2026/documents',
    own: false,
  }),
  sample<'public-case'>('public-case-own', [parent, '/my-cases/c1'], PublicCasePage, {
    case: { ...publicView, tasks: taskRows.slice(0, 1) },
    base: '/my-cases/c1/documents',
    own: true,
  }),
  sample<'public-case'>('public-case-ended', [parent, '/my-cases/c1'], PublicCasePage, {
    case: { ...publicView, status: 'completed', outcome: 'granted' },
    base: '/my-cases/c1/documents',
    own: true,
  }),
  sample<'my-cases'>('my-cases', [parent, '/my-cases'], MyCasesPage, { rows, problems: [] }),
  sample<'procedures'>('procedures', [anonymous, '/procedures'], ProceduresPage, {
    mayCheck: true,
    rows: procedures.map((one) => ({ ...one, ...deployed })),
  }),
  sample<'procedure'>('procedure', [anonymous, '/procedures/stypendium-szkolne'], ProcedurePage, {
    procedure: { ...stypendium, ...deployed },
    steps: steps.map(({ element, name, kind, next }) => ({ element, name, kind, next })),
    forms: stypendium.forms,
    documents: stypendium.documents.map(({ title }) => title),
    nextStart: { at: '2027-08-31T22:00:00.000Z' },
    diagramUrl: '/diagram.bpmn',
  }),
  sample<'model-check'>('model-check', [staff, '/models/check'], ModelCheckPage, {
    problems: [{ at: 'file', code: 'model.fileNotXml' }],
  }),
  sample<'model-check'>('model-check-runs', [staff, '/models/check'], ModelCheckPage, { problems: [], verdict }),
  sample<'model-check'>('model-check-faults', [staff, '/models/check'], ModelCheckPage, {
    problems: [],
    verdict: faultyVerdict,
  }),
  sample<'model-check'>('model-check-list', [staff, '/models/check'], ModelCheckPage, {
    problems: [],
    verdict: { ...faultyVerdict, drawn: false },
  }),
  sample<'verify'>('verify', [anonymous, '/verify'], VerifyPage, {
    problems: [{ at: 'code', code: 'verificationCode' }],
  }),
  sample<'verify'>('verify-valid', [anonymous, '/verify/x'], VerifyPage, { problems: [], report }),
  sample<'verify'>('verify-changed', [anonymous, '/verify'], VerifyPage, {
    problems: [],
    report: { ...report, valid: false, changedAfterSigning: true, known: false },
  }),
  sample<'accessibility'>('accessibility', [anonymous, '/accessibility'], AccessibilityPage, {}),
  sample<'error'>('error', [anonymous, '/cases/x'], ErrorPage, {
    status: 404,
    failure: 'notFound',
    problems: [],
    requestId: 'r-1',
  }),
  sample<'error'>('error-kept', [anonymous, '/tasks/x'], ErrorPage, {
    status: 401,
    failure: 'notSignedIn',
    problems: [],
    requestId: 'r-3',
    kept: { action: '/tasks/x', fields: [{ name: 'reason', value: 'Dwie\nlinie "cytat"' }] },
  }),
  sample<'error'>('error-model', [staff, '/procedures'], ErrorPage, {
    status: 422,
    failure: 'modelRefused',
    problems: [{ at: 'isComplete', code: 'defaultFlowMissing' }],
    requestId: 'r-2',
  }),
];
