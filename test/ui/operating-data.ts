import { caseView, hash } from './sample-data.ts';
import type { CaseId, DefinitionHash } from '../../processes/language/ids.ts';
import type { MigrationReport, OperatorView } from '../../processes/language/operating.ts';
import type { Pages } from '../../ui/contract.ts';

const { id, number, procedure, unit, startedAt } = caseView;

/** A case as an administrator meets it: something to wait for of every kind, and a step that stopped. */
export const operatorView: OperatorView = {
  id,
  number,
  procedure,
  unit,
  status: 'incident',
  startedAt,
  version: 3,
  running: true,
  tokens: [
    {
      instance: '4',
      element: 'checkWniosek',
      name: 'Sprawdź wniosek',
      since: startedAt,
      scope: '0',
      waits: [{ for: 'person' }, { for: 'timer', at: startedAt }, { for: 'message', name: 'wezwanie' }],
      movable: true,
    },
    {
      instance: '7',
      element: 'makeDecision',
      name: 'Sporządź decyzję',
      since: startedAt,
      scope: '0',
      waits: [{ for: 'operator' }],
      incident: { id: '9', failure: 'handlerFailed', detail: 'Document decision was not made', since: startedAt },
      movable: true,
    },
    { instance: '8', element: 'opinia', name: 'Opinia', since: startedAt, scope: '6', waits: [], movable: false },
  ],
  joins: [{ element: 'join', name: 'Połączenie', missing: ['toJoin'] }],
  scopes: [
    {
      scope: '0',
      name: 'Stypendium szkolne',
      places: [
        { element: 'checkWniosek', name: 'Sprawdź wniosek' },
        { element: 'makeDecision', name: 'Sporządź decyzję' },
      ],
      variables: ['income', 'school'],
    },
    { scope: '6', name: 'Uzgodnienia', places: [], variables: [] },
  ],
};

const version = (n: number) => ({ hash: hash as DefinitionHash, version: n, deployedAt: startedAt });

export const migration: Pages['migration'] = {
  procedure,
  versions: [version(3), version(2)],
  typed: { to: hash, mapping: 'check = checkWniosek' },
};

export const migrationReport: MigrationReport = {
  procedure,
  to: version(3),
  mapping: { check: 'checkWniosek' },
  rows: [
    { id, number, version: 2, state: 'ready', moves: [{ from: 'check', to: 'checkWniosek' }], problems: [] },
    {
      id: 'c2' as CaseId,
      number: 'SP1.4120.2.2026',
      version: 1,
      state: 'refused',
      moves: [{ from: 'old', to: 'old' }],
      problems: [{ at: 'old', code: 'migration.elementMissing', values: { to: 'old' } }],
    },
    {
      id: 'c3' as CaseId,
      number: 'SP1.4120.3.2026',
      version: 1,
      state: 'refused',
      moves: [],
      problems: [],
      failure: 'engineUnavailable',
    },
  ],
  more: false,
};
