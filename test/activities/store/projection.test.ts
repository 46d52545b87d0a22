import { describe, expect, test } from '@jest/globals';
import { openedTasks } from '../../../activities/store/projected-tasks.ts';
import { projectCase } from '../../../activities/store/projection.ts';
import type { CaseRecord } from '../../../activities/store/records.ts';
import { filed } from '../../../activities/store/filing.ts';
import { filing, opened, step } from '../../store/records.ts';

const stored = (): CaseRecord => filed(filing(), 1).case;

describe('a projected step', () => {
  test('leaves the case it was given as it was', () => {
    const before = stored();
    const copy = structuredClone(before);
    projectCase(
      before,
      step(before, 1, [
        { kind: 'flowTaken', flow: 'f' },
        { kind: 'stageReached', stage: 's' },
      ]),
    );
    expect(before).toEqual(copy);
  });

  test('closes the visit of an element in a loop that is open, not the one before', () => {
    const at = '2026-11-23T10:00:00.000Z';
    const visit = (instance: string) =>
      [
        { kind: 'elementEntered', instance, element: 'check', at },
        { kind: 'elementLeft', instance, element: 'check', at, how: 'completed' },
      ] as const;
    const before = stored();
    const after = projectCase(before, step(before, 1, [...visit('1'), ...visit('2').slice(0, 1)]));
    expect(after.steps.map(({ instance, leftAt }) => [instance, leftAt])).toEqual([
      ['1', at],
      ['2', undefined],
    ]);
  });

  test('counts a stage again when it is reached again after another, and not while it lasts', () => {
    const before = stored();
    const stages = ['filed', 'filed', 'checked', 'filed'].map((stage) => ({ kind: 'stageReached', stage }) as const);
    expect(projectCase(before, step(before, 1, stages)).stagesPassed).toEqual(['filed', 'checked', 'filed']);
  });

  test('keeps a case completed whatever comes after its end', () => {
    const before = { ...stored(), seq: 1, status: 'completed' as const };
    const raised = {
      kind: 'incidentRaised',
      incident: '1',
      element: 'e',
      failure: 'handlerFailed',
      detail: 'd',
    } as const;
    expect(projectCase(before, step(before, 2, [raised])).status).toBe('completed');
  });

  test('hands no task to a department that is not there', () => {
    const before = stored();
    const handed = step(before, 1, [opened({ candidate: ['clerk@department'] })]);
    expect(() => openedTasks(before, handed, undefined)).toThrow(/Expected one unit of kind department/);
  });

  test('takes the due day of a task in Warsaw, on both sides of midnight', () => {
    const before = stored();
    const dueOn = (at: string) => openedTasks(before, step(before, 1, [opened({ due: { at } })]), undefined)[0]?.dueOn;
    expect([dueOn('2026-12-01T22:59:59.999Z'), dueOn('2026-12-01T23:00:00.000Z')]).toEqual([
      '2026-12-01',
      '2026-12-02',
    ]);
    expect([dueOn('2026-07-01T21:59:59.999Z'), dueOn('2026-07-01T22:00:00.000Z')]).toEqual([
      '2026-07-01',
      '2026-07-02',
    ]);
  });
});
