import { ok, type Result } from '../../processes/language/failure.ts';
import type { Json, JsonObject } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import type { GraphNode, Mapping } from './graph.ts';
import type { Run } from './run.ts';
import { evaluateIn, mapped } from './variables.ts';

/** BPMN data input associations: what an activity reads under the names of its data inputs. */
export const dataInto = (run: Run, id: InstanceId, inputs: Mapping[]): Result<JsonObject> => mapped(run, id, inputs);

/**
 * BPMN data output associations: adds to what an activity made the data objects and properties they fill. An output that
 * the activity does not give by its name is the whole of what it gives.
 */
export const dataFrom = (
  run: Run,
  id: InstanceId,
  outputs: NonNullable<GraphNode['dataOutputs']>,
  made: JsonObject,
  value?: Json,
): Result<JsonObject> => {
  let sent = made;
  for (const { target, output, source } of outputs) {
    const named = [output, target].find((name) => Object.hasOwn(made, name));
    const given = named === undefined ? (value ?? made) : (made[named] ?? null);
    const filled: Result<Json> = source ? evaluateIn(run, id, source, { ...made, [output]: given }) : ok(given);
    if (!filled.ok) return filled;
    sent = { ...sent, [target]: filled.value };
  }
  return ok(sent);
};
