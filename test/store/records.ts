import type {
  CaseId,
  DefinitionHash,
  DocumentId,
  PersonId,
  Sha256,
  TaskId,
  UnitId,
} from '../../processes/language/ids.ts';
import type { Effect } from '../../workflows/engine/contract.ts';
import type { NewEntry, NewFiling, Store } from '../../activities/store/store.ts';
import type { OpenTask } from '../../workflows/engine/contract.ts';
import type { ProjectedStep } from '../../workflows/ports.ts';
import { systemScope } from '../../activities/store/scope.ts';

export const caseId = (text: string): CaseId => text as CaseId;
export const taskId = (text: string): TaskId => text as TaskId;
export const unitId = (text: string): UnitId => text as UnitId;
export const personId = (text: string): PersonId => text as PersonId;
export const documentId = (text: string): DocumentId => text as DocumentId;
export const sha = (text: string): Sha256 => text as Sha256;

export const everything = systemScope('test');
export const startedAt = '2026-11-23T09:00:00.000Z';

let counter = 0;
/** A new id in every call, so that tests of one store do not meet. */
export const unique = (prefix: string): string => `${prefix}${++counter}`;

type FilingChange = Partial<Omit<NewFiling, 'case'>> & { case?: Partial<NewFiling['case']> };

/** A filing at school 1; each has a register of its own unless the test names one. */
export function filing(change: FilingChange = {}): NewFiling {
  const id = caseId(unique('C'));
  return {
    idempotencyKey: unique('key-'),
    payloadHash: 'a'.repeat(64),
    register: { symbol: unique('SP'), jrwa: '4430', year: 2026 },
    by: 'applicant',
    attachments: [],
    ...change,
    case: {
      _id: id,
      procedureId: 'stypendium-szkolne',
      definition: 'd1' as DefinitionHash,
      version: 1,
      unit: unitId('sp-1'),
      codeHash: 'c0de',
      filedOn: '2026-11-23',
      startedAt,
      term: { dueOn: '2026-12-23', basis: 'KPA art. 35 § 3', derivation: [] },
      parameters: [],
      variables: { income: 82300 },
      ...change.case,
    },
  };
}

export async function filedCase(store: Store, change: FilingChange = {}) {
  const result = await store.cases.file(filing(change));
  if (!result.ok) throw new Error(`Expected a stored case but got ${result.failure}`);
  return result.value.case;
}

export const openTask = (change: Partial<OpenTask> = {}): OpenTask => ({
  instance: '2',
  element: 'checkWniosek',
  name: 'Sprawdź wniosek',
  form: 'check',
  candidate: ['secretary@unit'],
  data: { income: 82300 },
  ...change,
});
export const opened = (change: Partial<OpenTask> = {}): Effect => ({ kind: 'taskOpened', task: openTask(change) });

export const step = (
  of: { _id: CaseId; unit: UnitId },
  seq: number,
  effects: Effect[],
  cause: ProjectedStep['cause'] = { input: 'start', by: 'system:worker' },
): ProjectedStep => ({
  caseId: of._id,
  procedureId: 'stypendium-szkolne',
  unit: of.unit,
  definition: 'd1' as DefinitionHash,
  seq,
  at: `2026-11-23T10:${String(seq).padStart(2, '0')}:00.000Z`,
  cause,
  effects,
});

export const entry = (action: string, change: Partial<NewEntry> = {}): NewEntry => ({
  at: startedAt,
  actor: 'p-1',
  action,
  ...change,
});

/** A case with one open task of the given kind; answers its id. */
export async function caseWithTask(store: Store, task: Partial<OpenTask> = {}, change: FilingChange = {}) {
  const filed = await filedCase(store, change);
  await store.cases.project(step(filed, 1, [opened(task)]));
  return { case: filed, task: taskId(`${filed._id}.${task.instance ?? '2'}`) };
}
