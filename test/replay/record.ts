import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { outOfReach } from '../../workflows/contract.ts';
import type { CaseId, DefinitionHash, JsonObject } from '../../processes/language/ids.ts';
import type { EngineView, Operate } from '../../workflows/contract.ts';
import { procedures, scenarios } from '../../processes/index.ts';
import { localDateOf } from '../../processes/language/zone.ts';
import { parametersOn } from '../../processes/law/parameters.ts';
import { clockId } from '../../activities/casework/case-engine.ts';
import { variableName } from '../../activities/casework/starting/case-input.ts';
import { createModels, readProcedureFolder } from '../../activities/models/index.ts';
import { handlerNames, handlerWrites } from '../../activities/tasks/index.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import {
  caseInput,
  graphOf,
  loopXml,
  messageXml,
  recorder,
  signalXml,
  taskAndServiceXml,
  taskId,
  timedXml,
} from '../activities/temporal/trial-case.ts';
import { timetable } from '../activities/casework/starting/timetable.ts';
import { startTemporalFor } from '../support/temporal.ts';
import { writeHistory } from './history-file.ts';
import { historyFolder } from './replay.ts';

/** `npx tsx test/replay/record.ts`: runs the cases below on a real server and keeps their histories under this version's number. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const recorded = recorder();
const table = timetable();
const temporal = await startTemporalFor({ ...recorded, beginDue: (asked) => table.beginDue(asked) });
const worker = await temporal.startWorker();

const view = async (id: CaseId): Promise<EngineView> => {
  const seen = await temporal.engine.view(id);
  if (!seen.ok) throw new Error(`Expected a view but got ${JSON.stringify(seen)}`);
  return seen.value;
};
const until = async (id: CaseId, holds: (seen: EngineView) => boolean): Promise<EngineView> => {
  for (let seen = await view(id); ; seen = await view(id)) {
    if (holds(seen)) return seen;
    await pause(50);
  }
};
const start = async (name: string, graph: ProcessGraph, variables: JsonObject = {}, more = {}): Promise<CaseId> => {
  const input = { ...caseInput(name, graph, variables), ...more };
  const started = await temporal.engine.start(input);
  if (!started.ok) throw new Error(`Expected ${name} to start but got ${JSON.stringify(started)}`);
  return input.caseId;
};
const complete = async (id: CaseId, data: JsonObject, document?: string): Promise<void> => {
  const { open } = await until(id, (seen) => seen.open.length > 0);
  const instance = String(open[0]).slice(id.length + 1);
  const signature = document === undefined ? {} : { signature: { document, sha256: 'a'.repeat(64) } };
  const answer = await temporal.engine.completeTask(id, {
    taskId: taskId(id, instance),
    by: 'person',
    data,
    ...signature,
  });
  if (!answer.ok) throw new Error(`Expected ${id} to go on but got ${JSON.stringify(answer)}`);
};
const closed = async (handle: WorkflowHandle): Promise<void> => {
  while ((await handle.describe()).status.name === 'RUNNING') await pause(50);
};
const operate = async (id: CaseId, operation: Record<string, unknown>): Promise<void> => {
  const command = { ...operation, by: 'operator', requestId: JSON.stringify(operation) };
  const answer = await temporal.engine.operate(id, command as unknown as Operate);
  if (!answer.ok) throw new Error(`Expected ${id} to be operated but got ${JSON.stringify(answer)}`);
};
const instanceIn = async (id: CaseId, element: string): Promise<string> => {
  const at = ({ state }: EngineView) => Object.entries(state.instances).find(([, each]) => each.element === element);
  return at(await until(id, (seen) => at(seen) !== undefined))?.[0] ?? '';
};
/** Every run of the case, in order: more than one after continue-as-new. A case that waits for time stays open. */
const keep = async (id: CaseId): Promise<void> => {
  const { ended } = await until(id, (seen) => seen.ended || id === 'stypendium-szkolne');
  await keepRuns(id, `case-${id}`, ended);
};
const keepRuns = async (name: string, workflowId: string, ended: boolean): Promise<void> => {
  const { workflow } = temporal.env.client;
  await pause(1_000); // lists of the server are eventually consistent
  const runs = [];
  for await (const { runId, startTime } of workflow.list({ query: `WorkflowId = "${workflowId}"` }))
    runs.push({ runId, at: startTime.getTime() });
  const ordered = runs.toSorted((a, b) => a.at - b.at);
  for (const [at, { runId }] of ordered.entries()) {
    const handle = workflow.getHandle(workflowId, runId);
    if (ended) await closed(handle);
    const suffix = ordered.length > 1 ? `-${at + 1}` : '';
    const path = join(historyFolder, `${version}-${name}${suffix}.json`);
    // what a released version did stays as it was recorded
    if (!existsSync(path)) writeHistory(path, await handle.fetchHistory());
  }
};
const deployed = async (procedure: string): Promise<ProcessGraph> => {
  const bundle = await readProcedureFolder(procedure);
  const compiled = bundle.ok ? await createModels(handlerNames, handlerWrites).compile(bundle.value) : bundle;
  if (!compiled.ok) throw new Error(`Expected ${procedure} to compile but got ${JSON.stringify(compiled)}`);
  return compiled.value.graph;
};
/** A scenario of a procedure up to where time has to pass; the case may stay open. */
const runScenario = async (procedure: string): Promise<void> => {
  const [scenario] = scenarios[procedure] ?? [];
  const manifest = procedures[procedure];
  if (!scenario || !manifest) throw new Error(`Expected scenarios of ${procedure}`);
  const parameters = parametersOn(localDateOf(scenario.startedAt), manifest.parameters);
  const frozen = parameters.ok ? parameters.value.map(({ key, value }) => [variableName(key), value]) : [];
  const id = await start(
    procedure,
    await deployed(procedure),
    {
      ...scenario.start,
      number: 'SP1.4120.1.2026',
      unit: 'sp-1',
      channel: 'web',
      filedOn: localDateOf(scenario.startedAt),
      parameters: Object.fromEntries(frozen) as JsonObject,
    },
    { startedAt: scenario.startedAt },
  );
  for (const step of scenario.steps) {
    if (!('complete' in step)) break;
    const task = await until(id, (seen) => seen.open.length > 0);
    const element = Object.values(task.state.instances).find(({ phase }) => phase === 'active')?.element ?? '';
    await complete(id, step.data ?? {}, step.sign ? await documentOf(procedure, element) : undefined);
  }
  await keep(id);
};
const documentOf = async (procedure: string, element: string): Promise<string> => {
  const node = (await deployed(procedure)).nodes[element];
  return node?.kind === 'userTask' ? (node.signature?.document ?? '') : '';
};

let unavailable = 0;
recorded.answer = ({ handler, headers, input }) => {
  if (unavailable-- > 0) throw ApplicationFailure.nonRetryable('the store is down', outOfReach);
  if (input['amount'] === 3) throw new Error('the amount is wrong');
  const document = headers['document'];
  return {
    kind: 'completed',
    output: handler === 'makeDocument' && document !== undefined ? { [`${document}Document`]: 'document-1' } : {},
  };
};

await runScenario('demo');
await runScenario('stypendium-szkolne');

const broken = await start('incident', await graphOf(taskAndServiceXml));
await complete(broken, { amount: 3 });
const { state } = await until(broken, (seen) => Object.keys(seen.state.incidents).length > 0);
const [incident = ''] = Object.keys(state.incidents);
await temporal.engine.retryIncident(broken, { incident, by: 'operator', variables: { amount: 5 } });
await keep(broken);

await keep(await start('expired', await graphOf(timedXml('PT1S'))));

const inTime = await start('in-time', await graphOf(timedXml('P1D')));
await complete(inTime, {});
await keep(inTime);

const waiting = await start('message', await graphOf(messageXml));
const message = { name: 'odwolanie', messageId: 'message-1', by: 'applicant', variables: { reason: 'r' } };
await temporal.engine.deliverMessage(waiting, message);
await keep(waiting);

const renewed = await start('renewed', await graphOf(loopXml), {}, { updatesPerRun: 2 });
for (let round = 1; round <= 4; round++) await complete(renewed, { round });
await until(renewed, (seen) => Object.keys(seen.state.timers).length === 0);
await complete(renewed, { round: 5 });
await keep(renewed);

/** Down for so long that waiting for it goes from memory into the history. */
const storeDown = await start('store-down', await graphOf(loopXml));
recorded.projectFails = 7;
void complete(storeDown, { round: 5 }).catch(() => undefined);
await until(storeDown, ({ ended }) => ended && recorded.projectFails === 0);
await keep(storeDown);

const handlerDown = await start('handler-down', await graphOf(taskAndServiceXml));
unavailable = 1;
await complete(handlerDown, {});
await keep(handlerDown);

const operated = await start('operated', await graphOf(loopXml));
await operate(operated, { kind: 'caseSuspended' });
await operate(operated, { kind: 'variablesCorrected', variables: { note: 'n' } });
await operate(operated, { kind: 'caseResumed' });
await operate(operated, { kind: 'tokenAdded', to: 'again' });
await operate(operated, { kind: 'tokenEnded', instance: await instanceIn(operated, 'again') });
await operate(operated, { kind: 'tokenMoved', instance: await instanceIn(operated, 'reminder'), to: 'reminded' });
await complete(operated, { round: 5 });
await keep(operated);

const cancelled = await start('cancelled', await graphOf(taskAndServiceXml));
await operate(cancelled, { kind: 'caseCancelled', undo: true });
await keep(cancelled);

/** Twice renewed: the second run begins with the version it was migrated to. */
const migrated = await start('migrated', await graphOf(loopXml), {}, { updatesPerRun: 2 });
await complete(migrated, { round: 1 });
const other = {
  graph: await graphOf(loopXml.replaceAll('"again"', '"onceMore"')),
  definition: 'e'.repeat(64) as DefinitionHash,
  version: 2,
  mapping: { again: 'onceMore' },
  by: 'operator',
  requestId: 'migrate',
};
await temporal.engine.migrate(migrated, other);
for (const round of [2, 3, 5]) await complete(migrated, { round });
await keep(migrated);

const heard = await start('signal-heard', await graphOf(signalXml('Catch', 'wait')));
await until(heard, ({ state: { subscriptions } }) => Object.keys(subscriptions).length > 0);
await temporal.engine.deliverSignal(heard, { signal: 'reopened', id: 's', by: 'system:signal', variables: {} });
await keep(heard);
await keep(await start('signal-thrown', await graphOf(signalXml('Throw', 'tell'))));

table.rounds = [1_000, 2_000].map((after) => new Date(Date.now() + after).toISOString());
const clock = { procedureId: 'trial', element: 'yearly' };
await temporal.engine.keepTime(clock);
await temporal.engine.keepTime(clock);
while (table.begun.length < 2) await pause(50);
await keepRuns('start-clock', clockId(clock), true);

await worker.stop();
await temporal.stop();
