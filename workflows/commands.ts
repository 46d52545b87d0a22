import { ApplicationFailure, defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import type { Failure } from '../processes/language/failure.ts';
import type { Coming } from './arrivals.ts';
import type { InstanceId } from './engine/contract.ts';
import { operationUpdates, queries, refusalType, updates } from './contract.ts';
import type {
  CompleteTask,
  DeliverMessage,
  DeliverSignal,
  EngineView,
  MigrateCase,
  MigrationPlan,
  Operate,
  PlanMigration,
  RetryIncident,
  StepReceipt,
} from './contract.ts';

/** `<case>.<instance>` → instance; a task of another case is nothing here. */
const instanceOf = (caseId: string, taskId: string): InstanceId =>
  taskId.startsWith(`${caseId}.`) ? taskId.slice(caseId.length + 1) : '';

const refusal = (failure: Failure): ApplicationFailure =>
  ApplicationFailure.create({
    type: refusalType,
    message: failure.failure,
    nonRetryable: true,
    details: [failure],
  });

export type Door = {
  caseId: string;
  /** why it cannot be taken now; changes nothing */
  refuse: (input: Coming, signature?: CompleteTask['signature']) => Failure | undefined;
  /** queues it; the promise settles after its step was projected, or rejects with a `Failure` */
  take: (input: Coming, by: string) => Promise<StepReceipt>;
  view: () => EngineView;
  plan: (request: PlanMigration) => MigrationPlan;
};

const message = (command: DeliverMessage): Coming => {
  const { by: _, ...rest } = command;
  return { kind: 'messageArrived', ...rest };
};
const signal = (command: DeliverSignal): Coming => {
  const { by: _, ...rest } = command;
  return { kind: 'signalArrived', ...rest };
};
const retry = (command: RetryIncident): Coming => ({ kind: 'incidentRetried', ...command });
const operation = (command: Operate): Coming => {
  const { requestId: _, ...rest } = command;
  return rest;
};
const migration = (command: MigrateCase): Coming => {
  const { requestId: _, ...rest } = command;
  return { kind: 'caseMigrated', ...rest };
};

/** Opens the case to updates and queries. A refused update writes no history. */
export const openDoor = ({ caseId, refuse, take, view, plan }: Door): void => {
  const completion = ({ taskId, by, data }: CompleteTask): Coming => ({
    kind: 'taskCompleted',
    instance: instanceOf(caseId, taskId),
    by,
    data,
  });
  const enter = async (input: Coming, by: string): Promise<StepReceipt> => {
    try {
      return await take(input, by);
    } catch (failure) {
      // accepted, and overtaken by another input while it waited for its turn
      if (failure instanceof Error) throw failure;
      throw refusal(failure as Failure);
    }
  };
  const open = <Command extends { by: string }>(
    name: string,
    read: (command: Command) => Coming,
    signatureOf: (command: Command) => CompleteTask['signature'] = () => undefined,
  ): void =>
    setHandler(defineUpdate<StepReceipt, [Command]>(name), (command) => enter(read(command), command.by), {
      validator: (command) => {
        const failure = refuse(read(command), signatureOf(command));
        if (failure) throw refusal(failure);
      },
    });
  open(updates.completeTask, completion, ({ signature }) => signature);
  open(updates.deliverMessage, message);
  open(updates.deliverSignal, signal);
  open(updates.retryIncident, retry);
  open(updates.migrateCase, migration);
  for (const name of Object.values(operationUpdates)) open(name, operation);
  setHandler(defineQuery<EngineView>(queries.view), view);
  setHandler(defineQuery<MigrationPlan, [PlanMigration]>(queries.planMigration), plan);
};
