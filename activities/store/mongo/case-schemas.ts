import type { Counter, StoredCase, StoredTask } from '../stored.ts';
import type { DraftRecord, SubmissionRecord } from '../records.ts';
import {
  json,
  jsonIfAny,
  list,
  listIfAny,
  number,
  openSchema,
  text,
  textIfAny,
  texts,
  unitSchema,
} from './field-types.ts';

/** Lists sort by `startedAt`; each index serves one way in which a million cases are narrowed before that. */
export const caseSchema = unitSchema<StoredCase>({
  number: text,
  register: text,
  ordinal: number,
  search: texts,
  procedureId: text,
  definition: text,
  version: number,
  status: text,
  outcome: textIfAny,
  stage: textIfAny,
  stagesPassed: texts,
  subject: textIfAny,
  applicant: textIfAny,
  codeHash: text,
  beginAt: textIfAny,
  filedOn: text,
  startedAt: text,
  closedAt: textIfAny,
  term: json,
  parameters: list,
  variables: json,
  seq: number,
  steps: list,
  flowsTaken: texts,
  incidents: list,
  waiting: list,
  signals: listIfAny,
  suspended: jsonIfAny,
  cancelled: jsonIfAny,
  deleted: jsonIfAny,
})
  .index({ number: 1 }, { unique: true })
  .index({ register: 1, ordinal: 1 }, { unique: true })
  .index({ startedAt: -1, _id: -1 })
  .index({ status: 1, startedAt: -1, _id: -1 })
  .index({ procedureId: 1, status: 1, startedAt: -1, _id: -1 })
  .index({ procedureId: 1, startedAt: -1, _id: -1 })
  .index({ unit: 1, startedAt: -1, _id: -1 })
  .index({ unit: 1, status: 1, startedAt: -1, _id: -1 })
  .index({ unit: 1, procedureId: 1, status: 1, startedAt: -1, _id: -1 })
  .index({ applicant: 1, startedAt: -1, _id: -1 }, { partialFilterExpression: { applicant: { $exists: true } } })
  .index({ 'signals.signal': 1 }, { sparse: true })
  .index({ search: 1, startedAt: -1 });

export const submissionSchema = unitSchema<SubmissionRecord>({
  payloadHash: text,
  case: text,
  state: text,
  at: text,
  attempts: number,
  lastError: textIfAny,
}).index({ state: 1, at: 1 });

/** `last` is the number given last; the next one is taken in the transaction that uses it. */
export const counterSchema = openSchema<Counter>({ last: number });

export const taskSchema = unitSchema<StoredTask>({
  case: text,
  number: text,
  procedureId: text,
  definition: text,
  seatUnit: text,
  element: text,
  instance: text,
  name: textIfAny,
  form: textIfAny,
  candidate: texts,
  candidateKeys: texts,
  applicant: textIfAny,
  subject: textIfAny,
  data: json,
  state: text,
  assignee: textIfAny,
  openedAt: text,
  closedAt: textIfAny,
  closedBy: textIfAny,
  dueOn: textIfAny,
  dueBasis: textIfAny,
  signature: jsonIfAny,
  sortOn: text,
  saves: Number,
})
  .index({ candidateKeys: 1, state: 1, sortOn: 1, openedAt: 1, _id: 1 })
  .index({ unit: 1, state: 1, sortOn: 1, openedAt: 1, _id: 1 })
  .index(
    { assignee: 1, state: 1, sortOn: 1, openedAt: 1, _id: 1 },
    { partialFilterExpression: { assignee: { $exists: true } } },
  )
  .index({ state: 1, sortOn: 1, openedAt: 1, _id: 1 })
  .index({ case: 1, state: 1 });

export const draftSchema = unitSchema<DraftRecord>({
  task: text,
  person: text,
  data: json,
  savedAt: text,
  revision: number,
})
  .index({ task: 1 })
  .index({ person: 1 });
