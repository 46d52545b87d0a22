import { z } from 'zod';
import { documentView } from './document.ts';
import { failureCode, id, instant, jsonObject, localDate, named, sha256, text, titled } from './words.ts';
import { formSchema, term } from './form.ts';
import type {
  CaseRow,
  CaseStatus,
  CaseView,
  IncidentView,
  LetterView,
  PublicCaseView,
  StageState,
  StepView,
  TaskRow,
  TaskView,
  TermView,
} from '../../processes/language/case.ts';
import type { CandidateRole } from '../../processes/language/party.ts';
import type { CaseId, DefinitionHash, TaskId, UnitId } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';

const unitName = z.strictObject({ id: id<UnitId>(), name: z.string() });
const candidate = z.string().regex(/^[a-z]+@(unit|department|case)$/) as unknown as z.ZodType<CandidateRole>;
const due = z.strictObject({ on: localDate, workingDaysLeft: z.int() });
const termView = term satisfies z.ZodType<TermView>;
const status = z.enum(['received', 'open', 'incident', 'completed'] satisfies CaseStatus[]);

export const taskRow = z.strictObject({
  id: id<TaskId>(),
  case: z.strictObject({ id: id<CaseId>(), number: z.string() }),
  procedure: titled,
  unit: unitName,
  element: z.string(),
  name: z.string(),
  candidate: z.array(candidate),
  subject: z.string().exactOptional(),
  assignee: named.exactOptional(),
  progress: z.enum(['new', 'draft', 'claimed']),
  openedAt: instant,
  due: due.extend({ basis: z.string().exactOptional() }).exactOptional(),
}) satisfies z.ZodType<TaskRow>;

export const taskView = taskRow.extend({
  state: z.enum(['open', 'completed', 'cancelled']),
  form: formSchema,
  data: jsonObject,
  draft: z.strictObject({ data: jsonObject, savedAt: instant, revision: z.int() }).exactOptional(),
  signature: z.strictObject({ document: documentView, field: z.string(), signed: z.boolean() }).exactOptional(),
  returnable: z.literal(true).exactOptional(),
  documents: z.array(documentView),
}) satisfies z.ZodType<TaskView>;

export const caseRow = z.strictObject({
  id: id<CaseId>(),
  number: z.string(),
  procedure: titled,
  unit: unitName,
  status,
  outcome: z.string().exactOptional(),
  suspended: z.literal(true).exactOptional(),
  stage: z.strictObject({ id: z.string(), label: text }).exactOptional(),
  subject: z.string().exactOptional(),
  startedAt: instant,
  due: due.exactOptional(),
}) satisfies z.ZodType<CaseRow>;

const stage = z.strictObject({
  id: z.string(),
  label: text,
  state: z.enum(['done', 'now', 'next']),
}) satisfies z.ZodType<StageState>;

const letter = z.strictObject({
  id: z.string(),
  at: instant,
  subject: text,
  body: text,
  document: z.string().exactOptional(),
}) satisfies z.ZodType<LetterView>;

const step = z.strictObject({
  element: z.string(),
  name: z.string(),
  kind: z.string(),
  state: z.enum(['done', 'active', 'incident', 'cancelled', 'future']),
  enteredAt: instant.exactOptional(),
  leftAt: instant.exactOptional(),
  count: z.int(),
  next: z.array(z.string()),
}) satisfies z.ZodType<StepView>;

const incident = z.strictObject({
  id: z.string(),
  element: z.string(),
  name: z.string(),
  failure: failureCode as unknown as z.ZodType<FailureCode>,
  detail: z.string(),
  since: instant,
}) satisfies z.ZodType<IncidentView>;

const parameter = z.strictObject({
  key: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string(),
  basis: z.string(),
  validFrom: localDate,
  confirmed: z.boolean(),
});

export const caseView = caseRow.extend({
  definition: z.strictObject({ hash: sha256<DefinitionHash>(), version: z.int() }),
  stages: z.array(stage),
  holders: z.array(z.strictObject({ role: candidate, unit: unitName })),
  term: termView,
  tasks: z.array(taskRow),
  documents: z.array(documentView),
  messages: z.array(letter),
  history: z.array(
    z.strictObject({
      seq: z.int(),
      at: instant,
      action: z.string(),
      who: z.string(),
      element: z.string().exactOptional(),
      about: text.exactOptional(),
      values: z.record(z.string(), z.string()).exactOptional(),
      hash: z.string(),
    }),
  ),
  steps: z.array(step),
  flowsTaken: z.array(z.string()).exactOptional(),
  incidents: z.array(incident),
  parameters: z.array(parameter),
  data: jsonObject,
  waiting: z.array(z.strictObject({ element: z.string(), name: z.string(), message: z.string() })).exactOptional(),
}) satisfies z.ZodType<CaseView>;

export const publicCaseView = z.strictObject({
  number: z.string(),
  procedure: titled,
  status,
  outcome: z.string().exactOptional(),
  stages: z.array(stage),
  hint: text.exactOptional(),
  holder: z.string().exactOptional(),
  term: termView,
  letters: z.array(letter),
  documents: z.array(documentView),
  tasks: z.array(taskRow),
  history: z.array(z.strictObject({ at: instant, action: z.string(), about: text.exactOptional() })),
}) satisfies z.ZodType<PublicCaseView>;
