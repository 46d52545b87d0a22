import { commandLine } from '../catalogue.ts';
import { fail } from '../../../processes/language/failure.ts';
import { linesOfReport, readMigration } from '../migration-wanted.ts';
import { notRunning, withCasework } from '../casework-at-hand.ts';
import { systemScope } from '../../../activities/store/scope.ts';
import type { Command } from '../command.ts';

const scope = systemScope('cli');

/** Puts running cases on another version of their procedure, or only says what that would do. Done when no case is refused. */
export const migrate: Command = async ({ config, args, console }) => {
  const read = readMigration(args);
  if (!read.ok) {
    console.complain(read.detail ?? read.failure);
    return 2;
  }
  const { procedureId, version, mapping, dryRun } = read.value;
  const answer = await withCasework(config, async (office) => {
    const versions = await office.versionsOf(procedureId);
    const target = version === undefined ? versions[0] : versions.find((one) => one.version === version);
    if (!target) return fail('notFound', { detail: `There is no such version of ${procedureId}` });
    const wanted = { procedureId, mapping, to: target.hash };
    return dryRun ? office.planMigration(scope, wanted) : office.migrateCases(scope, commandLine, wanted);
  });
  if (!answer?.ok) {
    console.complain(answer ? (answer.detail ?? answer.failure) : notRunning);
    return 1;
  }
  linesOfReport(answer.value).forEach((line) => console.say(line));
  return answer.value.rows.some(({ state }) => state === 'refused') ? 1 : 0;
};
