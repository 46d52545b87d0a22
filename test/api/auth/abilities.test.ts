import { describe, expect, test } from '@jest/globals';
import { abilitiesOf, may, mayAct, scopeFor } from '../../../api/auth/abilities.ts';
import { actorOf } from '../../support/world.ts';
import { department } from '../../../activities/demo-city/units.ts';
import type { Abilities } from '../../../api/auth/abilities.ts';
import type { CandidateRole } from '../../../processes/language/party.ts';
import type { UnitId } from '../../../processes/language/ids.ts';

const departments = new Set([department.id]);
const of = (person: string): Abilities => abilitiesOf(actorOf(person), departments);
const nobody = abilitiesOf({ kind: 'anonymous' }, departments);
const subjects = ['case', 'content', 'task', 'incident', 'procedure'] as const;
const actions = ['read', 'act', 'message', 'retry', 'operate', 'deploy'] as const;

/** What each may do to a case of sp-1: one line per person, the whole matrix in sight. */
const matrix: [who: string, allowed: string][] = [
  ['secretary-sp-1', 'read case, read content, read task, message case'],
  ['director-sp-1', 'read case, read content, read task, message case'],
  ['secretary-sp-2', ''],
  ['director-sp-2', ''],
  ['clerk-wydzial', 'read case, read content, read task, message case'],
  ['director-wydzial', 'read case, read content, read task, message case'],
  ['administrator', 'read case, message case, retry incident, operate case, deploy procedure'],
  ['parent-1', ''],
];

describe('abilities', () => {
  test.each(matrix)('%s may, of a case of sp-1: %s', (person, allowed) => {
    const abilities = of(person);
    const record = { unit: 'sp-1', candidateKeys: [] };
    const granted = actions.flatMap((action) =>
      subjects.filter((about) => may(abilities, action, about, record)).map((about) => `${action} ${about}`),
    );
    expect(granted.join(', ')).toBe(allowed);
  });

  test('a parent reads their own cases and nobody else’s', () => {
    expect(may(of('parent-1'), 'read', 'content', { applicant: 'parent-1', unit: 'sp-1' })).toBe(true);
    expect(may(of('parent-2'), 'read', 'content', { applicant: 'parent-1', unit: 'sp-1' })).toBe(false);
  });

  test('whoever is not signed in may nothing, and their scope finds nothing', () => {
    for (const about of subjects) {
      for (const action of actions) expect(may(nobody, action, about, { unit: 'sp-1' })).toBe(false);
      expect(scopeFor(nobody, 'read', about).condition).toEqual({ _id: { $in: [] } });
    }
  });

  test('the scope of a list is the same rule as the single read', () => {
    expect(scopeFor(of('secretary-sp-1'), 'read', 'case').condition).toEqual({ unit: 'sp-1' });
    expect(scopeFor(of('clerk-wydzial'), 'read', 'case').condition).toEqual({});
    expect(scopeFor(of('administrator'), 'read', 'content').condition).toEqual({ _id: { $in: [] } });
  });

  test.each<[person: string, role: CandidateRole, may: boolean]>([
    ['secretary-sp-1', 'secretary@unit', true],
    ['secretary-sp-1', 'director@unit', false],
    ['secretary-sp-2', 'secretary@unit', false],
    ['clerk-wydzial', 'clerk@department', true],
    ['clerk-wydzial', 'director@department', false],
    ['director-wydzial', 'director@unit', false],
    ['director-sp-1', 'director@department', false],
    ['administrator', 'clerk@department', false],
    ['parent-1', 'applicant@case', true],
    ['secretary-sp-1', 'applicant@case', false],
  ])('%s acts on a task of sp-1 for %s: %s', (person, role, expected) => {
    const task = { candidate: [role], unit: { id: 'sp-1' as UnitId } };
    expect(mayAct(of(person), task, department.id)).toBe(expected);
  });
});
