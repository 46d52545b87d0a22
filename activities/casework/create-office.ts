import { adopt, publicCase, track } from './following/track.ts';
import { caseView, cases } from './following/case-view.ts';
import { claim, complete, saveDraft } from './tasks/task-actions.ts';
import { createDirectory } from './directory.ts';
import { deliverMessage, retryIncident } from './operating/case-actions.ts';
import { deploy, procedure, procedures } from './deploy.ts';
import { documentBytes, verifyByCode, verifyUpload } from './documents.ts';
import { inbox } from './tasks/task-rows.ts';
import { migrateCases, planMigration, versionsOf } from './operating/migrate.ts';
import { ok } from '../../processes/language/failure.ts';
import { operate, removeCase, signalAll, signalCase } from './operating/operate.ts';
import { operatorView } from './operating/operator-view.ts';
import { returnTask } from './tasks/return-task.ts';
import { signTask } from './tasks/sign-task.ts';
import { startForm, submit } from './starting/submit.ts';
import { taskForm, taskView } from './tasks/task-view.ts';
import type { Desk, OfficeDeps } from './deps.ts';
import type { Office } from './office.ts';

/** The desk: what every use-case works with. One a process, so that its directory is remembered. */
export const createDesk = (deps: OfficeDeps): Desk => ({ ...deps, directory: createDirectory(deps.store, deps.clock) });

/** The office over its parts: the one object that routes and the command line call. */
export const createOffice = (desk: Desk): Office => ({
  submit: (actor, input) => submit(desk, actor, input),
  startForm: async (procedureId, actor) => {
    const start = await startForm(desk, procedureId, actor);
    return start.ok ? ok({ procedure: start.value.definition.procedure, form: start.value.form }) : start;
  },
  inbox: (scope, actor, filter) => inbox(desk, scope, actor, filter),
  task: (scope, actor, id) => taskView(desk, scope, actor, id),
  taskForm: (scope, id) => taskForm(desk, scope, id),
  claim: (scope, actor, id) => claim(desk, scope, actor, id, 'claim'),
  release: (scope, actor, id) => claim(desk, scope, actor, id, 'release'),
  saveDraft: (scope, actor, id, data, revision) => saveDraft(desk, scope, actor, id, { data, revision }),
  complete: (scope, actor, id, data, uploads = []) => complete(desk, scope, actor, id, { data, uploads }),
  sign: (scope, actor, id, expectedHead) => signTask(desk, scope, actor, id, expectedHead),
  returnTask: (scope, actor, id, reason) => returnTask(desk, scope, actor, id, reason),
  cases: (scope, filter) => cases(desk, scope, filter),
  case: (scope, id) => caseView(desk, scope, id),
  deliverMessage: (scope, actor, id, name, messageId, data, more) =>
    deliverMessage(desk, scope, actor, id, { name, messageId, data, ...more }),
  retryIncident: (scope, actor, id, incident, variables) =>
    retryIncident(desk, scope, actor, id, { incident, ...(variables ? { variables } : {}) }),
  operatorView: (scope, id) => operatorView(desk, scope, id),
  operate: (scope, actor, id, wanted) => operate(desk, scope, actor, id, wanted),
  signalCase: (scope, actor, id, signal) => signalCase(desk, scope, actor, id, signal),
  signalAll: (actor, signal) => signalAll(desk, actor, signal),
  removeCase: (scope, actor, id, reason) => removeCase(desk, scope, actor, id, reason),
  planMigration: (scope, wanted) => planMigration(desk, scope, wanted),
  migrateCases: (scope, actor, wanted) => migrateCases(desk, scope, actor, wanted),
  versionsOf: (procedureId) => versionsOf(desk, procedureId),
  track: (number, code) => track(desk, number, code),
  adopt: (actor, number, code) => adopt(desk, actor, number, code),
  publicCase: (scope, actor, id) => publicCase(desk, scope, actor, id),
  procedures: () => procedures(desk),
  procedure: (id, hash) => procedure(desk, id, hash),
  deploy: (actor, bundle) => deploy(desk, actor, bundle),
  check: (bundle) => desk.models.check(bundle),
  documentBytes: (scope, id, revision) => documentBytes(desk, scope, id, revision),
  verifyByCode: (code) => verifyByCode(desk, code),
  verifyUpload: (bytes) => verifyUpload(desk, bytes),
});
