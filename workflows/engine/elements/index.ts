import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { catchEvent } from './catch-event.ts';
import { complexGateway } from './complex-gateway.ts';
import type { Elements } from './element.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { passThrough } from './pass-through.ts';
import { scriptTask } from './script-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { throwEvent } from './throw-event.ts';
import { userTask } from './user-task.ts';
import { work } from './work.ts';

/** What the engine can run: a kind of the graph that is missing here does not compile. */
export const elements: Elements = {
  // events
  startEvent,
  intermediateCatchEvent: catchEvent,
  intermediateThrowEvent: throwEvent,
  boundaryEvent,
  endEvent: throwEvent,
  // tasks
  task: passThrough,
  manualTask: passThrough,
  userTask,
  serviceTask: work,
  sendTask: work,
  receiveTask: catchEvent,
  scriptTask,
  businessRuleTask,
  callActivity,
  // gateways
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  complexGateway,
  eventBasedGateway,
  // containers
  subProcess,
  eventSubProcess,
  adHocSubProcess,
};
