import { z } from 'zod';
import { caseRow, caseView, publicCaseView, taskRow, taskView } from './case.ts';
import { documentView, verificationView } from './document.ts';
import { filledForm, formSchema, unit } from './form.ts';
import { modelVerdict, steps } from './model.ts';
import { instant, named, problem, text, titled } from './words.ts';
import { migrationReport, operatorView, versionRow } from './operating.ts';
import type { Pages } from '../../ui/contract.ts';
import type { Role } from '../../processes/language/party.ts';

/** The JSON of every page: the view model that its HTML is drawn from. */
const role = z.enum(['secretary', 'director', 'clerk', 'administrator', 'applicant'] satisfies Role[]);
const demoPeople = z.array(
  z.strictObject({ id: z.string(), name: z.string(), roles: z.array(role), unit: z.string() }),
);
const problems = z.array(problem);
const summed = titled.extend({ summary: text });
const lawful = summed.extend({ legalBasis: z.string() });
const deployed = { version: z.int(), hash: z.string(), deployedAt: instant };
const paged = { total: z.int(), page: z.int(), pages: z.int(), procedures: z.array(titled), units: z.array(named) };
const wanted = { procedure: z.string().exactOptional(), unit: z.string().exactOptional() };

export const views = {
  start: z.strictObject({
    procedures: z.array(summed),
    people: demoPeople,
    open: z.strictObject({ cases: z.int() }),
  }),
  'sign-in': z.strictObject({ people: demoPeople, action: z.string(), problems }),
  inbox: z.strictObject({
    rows: z.array(taskRow),
    ...paged,
    filter: z.strictObject({ ...wanted, show: z.enum(['mine', 'all', 'overdue']) }),
    counts: z.strictObject({ mine: z.int(), all: z.int(), overdue: z.int() }),
  }),
  task: z.strictObject({
    task: taskView,
    form: filledForm,
    schools: z.array(unit),
    freshSignIn: z.boolean(),
    canSign: z.boolean(),
    mayAct: z.boolean(),
  }),
  case: z.strictObject({
    case: caseView,
    diagramUrl: z.string(),
    may: z.strictObject({
      retry: z.boolean(),
      operate: z.boolean(),
      deliver: z.array(z.strictObject({ message: z.string(), label: z.string() })),
    }),
  }),
  operate: z.strictObject({ case: operatorView, form: filledForm }),
  migration: z.strictObject({
    procedure: titled,
    versions: z.array(versionRow),
    typed: z.strictObject({ to: z.string(), mapping: z.string() }),
    report: migrationReport.exactOptional(),
    applied: z.boolean().exactOptional(),
  }),
  cases: z.strictObject({
    rows: z.array(caseRow),
    ...paged,
    filter: z.strictObject({ ...wanted, status: z.string().exactOptional(), text: z.string().exactOptional() }),
  }),
  applications: z.strictObject({ procedures: z.array(lawful) }),
  application: z.strictObject({
    procedure: lawful,
    schema: formSchema,
    form: filledForm,
    schools: z.array(unit),
    idempotencyKey: z.string(),
    channel: z.enum(['web', 'paper']),
  }),
  submitted: z.strictObject({
    number: z.string(),
    code: z.string(),
    state: z.enum(['started', 'processing']),
    procedure: z.strictObject({ title: text }),
    signedIn: z.boolean(),
  }),
  track: z.strictObject({ number: z.string(), problems }),
  'public-case': z.strictObject({ case: publicCaseView, base: z.string(), own: z.boolean() }),
  'my-cases': z.strictObject({ rows: z.array(caseRow), problems }),
  'model-check': z.strictObject({ problems, verdict: modelVerdict.exactOptional() }),
  procedures: z.strictObject({ mayCheck: z.boolean(), rows: z.array(summed.extend(deployed)) }),
  procedure: z.strictObject({
    procedure: lawful.extend(deployed),
    steps,
    forms: z.array(z.string()),
    documents: z.array(text),
    diagramUrl: z.string(),
    nextStart: z.strictObject({ at: instant.exactOptional() }).exactOptional(),
  }),
  verify: z.strictObject({ problems, report: verificationView.exactOptional() }),
  accessibility: z.strictObject({}),
} satisfies { [Name in Exclude<keyof Pages, 'error'>]: z.ZodType<Pages[Name]> };

/** What an accepted step answers. */
const step = z.strictObject({ seq: z.int(), open: z.array(z.string()), ended: z.boolean() });

/** Answers that are no page. */
export const receipts = {
  step,
  draft: z.strictObject({ revision: z.int(), savedAt: instant }),
  taskRow,
  /** `step` is there when signing was all that the task asked for, and so completed it */
  signed: z.strictObject({ document: documentView, step: step.exactOptional() }),
  where: z.strictObject({ location: z.string() }),
  deployed: z.strictObject({ id: z.string(), ...deployed, unchanged: z.boolean() }),
  health: z.strictObject({ status: z.string(), store: z.string().exactOptional(), engine: z.string().exactOptional() }),
};
