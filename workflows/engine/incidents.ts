import type { FailureCode } from '../../processes/language/failure.ts';
import type { InstanceId } from './contract.ts';
import { changeInstance, instanceOf, nextId, type Run } from './run.ts';

/** Who resolves an incident that is overtaken: its element is interrupted, or fails anew. */
export const engine = 'system:engine';

/** Stops a token at its element until an operator retries: an expected failure never throws and never ends the case. */
export const raiseIncident = (
  run: Run,
  instance: InstanceId,
  { failure, detail }: { failure: FailureCode; detail?: string },
): void => {
  const { element } = instanceOf(run, instance);
  resolveIncident(run, instance, engine);
  const incident = nextId(run);
  const record = { instance, element, failure, detail: detail ?? failure, since: run.now };
  run.state.incidents[incident] = record;
  changeInstance(run, instance, { incident });
  run.effects.push({ kind: 'incidentRaised', incident, instance, element, failure, detail: record.detail });
};

/** Clears the incident of an instance, if it has one. */
export const resolveIncident = (run: Run, instance: InstanceId, by: string): void => {
  const { incident, ...rest } = instanceOf(run, instance);
  if (incident === undefined) return;
  run.state.instances[instance] = rest;
  delete run.state.incidents[incident];
  run.effects.push({ kind: 'incidentResolved', incident, by });
};
