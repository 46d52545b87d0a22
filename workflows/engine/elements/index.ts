import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import type { Elements } from './element.ts';
import { errorEndEvent } from './error-end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { messageCatch } from './message-catch.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { passThrough } from './pass-through.ts';
import { scriptTask } from './script-task.ts';
import { subProcess } from './sub-process.ts';
import { terminateEndEvent } from './terminate-end-event.ts';
import { timerCatchEvent } from './timer-catch-event.ts';
import { userTask } from './user-task.ts';
import { work } from './work.ts';

/** What the engine can run: a kind of the graph that is missing here does not compile. */
export const elements: Elements = {
  startEvent: passThrough,
  messageStartEvent: passThrough,
  timerStartEvent: passThrough,
  intermediateThrowEvent: passThrough,
  messageThrowEvent: work,
  messageCatchEvent: messageCatch,
  timerCatchEvent,
  endEvent: passThrough,
  terminateEndEvent,
  errorEndEvent,
  messageEndEvent: work,
  timerBoundaryEvent: boundaryEvent,
  messageBoundaryEvent: boundaryEvent,
  errorBoundaryEvent: boundaryEvent,
  task: passThrough,
  manualTask: passThrough,
  userTask,
  serviceTask: work,
  sendTask: work,
  receiveTask: messageCatch,
  scriptTask,
  businessRuleTask,
  exclusiveGateway,
  parallelGateway,
  eventBasedGateway,
  subProcess,
};
