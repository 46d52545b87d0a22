import { beforeEach, describe, expect, test } from '@jest/globals';
import { linesOfReport, readMigration } from '../../../api/cli/migration-wanted.ts';
import { operateCase } from '../../../api/cli/operate-case.ts';
import { readCaseWanted } from '../../../api/cli/case-operation.ts';
import { systemScope } from '../../../activities/store/scope.ts';
import { fileCertificate, openDoors } from '../doors.ts';
import type { Doors } from '../doors.ts';

let doors: Doors;
let number: string;

beforeEach(async () => {
  doors = await openDoors();
  ({ number } = await fileCertificate(doors));
});

/** What the command line says to `obieg case <number> …`, or the failure. */
const said = async (line: string, named = number): Promise<string> => {
  const wanted = readCaseWanted(line.split(' ').filter((word) => word !== ''));
  if (!wanted.ok) return `${wanted.failure} ${wanted.detail}`;
  const { office, desk } = doors.world;
  const answer = await operateCase(office, desk, named, wanted.value);
  return answer.ok ? answer.value.join('\n') : answer.failure;
};
const tokenAt = async (element: string): Promise<string> =>
  new RegExp(`(\\d+) ${element} `).exec(await said('show'))?.[1] ?? '';

describe('obieg case', () => {
  test('shows where a case stands, by its number or its id', async () => {
    expect(await said('')).toMatch(
      /^SP1\.[\d.]+ demo version 1: open\n +\d+ review \(Rozpatrz prośbę\) waits for person$/,
    );
    const found = await doors.world.store.cases.findByNumber(systemScope('test'), number);
    expect(await said('show', found?._id)).toBe(await said('show'));
    expect(await said('show', 'SP1.1.1.2026')).toBe('notFound');
  });

  test('does what an operator can do', async () => {
    expect(await said('suspend')).toMatch(/^done, step \d+$/);
    expect(await said('show')).toContain('open, suspended');
    expect(await said('resume')).toContain('done');
    expect(await said('set purpose="bilet" limit=[1,2]')).toContain('done');
    expect(await said(`move ${await tokenAt('review')} review`)).toContain('done');
    expect(await said('add review')).toContain('done');
    expect(await said(`end ${await tokenAt('review')}`)).toContain('done');
    expect(await said('cancel --undo')).toContain('the case is closed');
    expect(await said('delete mistake')).toMatch(/[0-9a-f]{64}/);
    const entries = await doors.world.store.record.ofCase(
      systemScope('test'),
      (await doors.world.store.cases.findByNumber(systemScope('test'), number))?._id ?? ('' as never),
    );
    expect(entries.filter(({ actor }) => actor === 'system:cli').map(({ action }) => action)).toEqual([
      'caseSuspended',
      'caseResumed',
      'variablesCorrected',
      'tokenMoved',
      'tokenAdded',
      'tokenEnded',
      'caseCancelled',
      'caseDeleted',
    ]);
  });

  test('starts the one step that stopped again, and asks which when there is none', async () => {
    expect(await said('retry')).toBe('invalidInput');
    expect(await said('message odwolanie')).toBe('notFound');
    expect(await said('signal reopened')).toBe('notFound');
  });

  test.each([
    ['leap', 'There is no action leap. Actions: show, retry'],
    ['set', 'Expected name=json'],
    ['set a', 'Expected name=json but got a'],
    ['set a=b', 'b is no JSON'],
    ['move 1', 'Expected the number of a token and an element'],
    ['end', 'Expected the number of a token'],
    ['add', 'Expected an element'],
    ['delete because', 'Expected a reason: mistake, duplicate, test'],
    ['message', 'Expected the name of a message'],
    ['message m [1]', 'is no JSON object'],
    ['message m {} --key x', 'x is no JSON'],
    ['signal', 'Expected the name of a signal'],
    ['show --force', '--force'],
  ])('%s is called wrongly: %s', async (line, detail) => {
    expect(await said(line)).toContain(detail);
  });
});

describe('obieg migrate', () => {
  test.each([
    ['', 'Expected one procedure'],
    ['demo other', 'Expected one procedure'],
    ['demo --map a', 'Expected old=new but got a'],
    ['demo --map =b', 'Expected old=new but got =b'],
    ['demo --to newest', 'Expected the number of a version but got newest'],
  ])('%s is called wrongly: %s', (line, detail) => {
    expect(readMigration(line.split(' ').filter((word) => word !== ''))).toMatchObject({ ok: false, detail });
  });

  test('reads version, mapping and whether it is only to be looked at', () => {
    expect(readMigration(['demo', '--to', '2', '--map', 'a=b', '--map', 'c=d', '--dry-run'])).toEqual({
      ok: true,
      value: { procedureId: 'demo', version: 2, mapping: { a: 'b', c: 'd' }, dryRun: true },
    });
  });

  test('says of each case how it would go', async () => {
    const planned = await doors.world.office.planMigration(systemScope('test'), { procedureId: 'demo', mapping: {} });
    if (!planned.ok) throw new Error('Expected a plan');
    const row = {
      id: 'c' as never,
      number,
      version: 1,
      state: 'refused' as const,
      moves: [{ from: 'a', to: 'b' }],
      problems: [{ at: 'a', code: 'migration.kindDiffers', values: { to: 'b' } }],
    };
    expect(linesOfReport({ ...planned.value, rows: [row], more: true })).toEqual([
      'demo to version 1: 1 running cases on other versions',
      `${number} from version 1: refused`,
      '    a -> b',
      '    a migration.kindDiffers (to b)',
      'There are more cases; run it again for the next ones.',
    ]);
  });
});
