import { createModels, readProcedureFolder } from '../../activities/models/index.ts';
import { checkForm } from '../../activities/casework/forms/form-check.ts';
import { variableName } from '../../activities/casework/starting/case-input.ts';
import type { ProcedureBundle } from '../../activities/casework/office.ts';
import type { JsonObject, LocalDate } from '../../processes/language/ids.ts';
import type { CandidateRole } from '../../processes/language/party.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import type { Scenario, ScenarioStep } from '../../processes/language/scenario.ts';
import { localDateOf } from '../../processes/language/zone.ts';
import { parametersOn } from '../../processes/law/parameters.ts';
import type { Effect, Input } from '../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import { isEnded, openTasks, pendingTimers, refuse, start, step, type Step } from '../../workflows/engine/step.ts';
import { momentOf } from '../../workflows/engine/time.ts';

/** Handlers the product registers; what they answer here is all that models may rely on. */
const handlers: Record<string, (headers: Record<string, string>) => JsonObject> = {
  makeDocument: ({ document = '' }) => ({ [`${document}Document`]: `document-${document}` }),
  notifyApplicant: () => ({}),
};

export type Deployed = { procedure: Procedure; bundle: ProcedureBundle; graph: ProcessGraph };

export const deploy = async (procedure: Procedure): Promise<Deployed> => {
  const bundle = await readProcedureFolder(procedure);
  if (!bundle.ok) throw new Error(`Expected a bundle but got ${bundle.detail}`);
  const compiled = await createModels(Object.keys(handlers)).compile(bundle.value);
  if (!compiled.ok)
    throw new Error(`Expected a model that compiles but got ${JSON.stringify(compiled.problems, null, 1)}`);
  return { procedure, bundle: bundle.value, graph: compiled.value.graph };
};

export type Outcome = {
  outcome: string;
  stages: string[];
  variables: JsonObject;
  open: string[];
  effects: Effect[];
};

/** Runs a scenario over the pure engine; every form's data is checked by its form first, as the office does. */
export const runScenario = ({ procedure, bundle, graph }: Deployed, scenario: Scenario): Outcome => {
  let now = scenario.startedAt;
  const effects: Effect[] = [];
  const { channel = 'web', ...form } = scenario.start;
  const filedOn = localDateOf(now);
  const frozen = parametersOn(filedOn, procedure.parameters);
  if (!frozen.ok) throw new Error(`Expected parameters on ${filedOn} but got ${JSON.stringify(frozen.problems)}`);
  const office = {
    channel,
    filedOn,
    unit: 'sp-1',
    unitName: 'Szkoła Podstawowa nr 1 w Przykładowie',
    number: 'SP1.0000.1.2026',
    parameters: Object.fromEntries(frozen.value.map(({ key, value }) => [variableName(key), value])),
  };
  const filled = fill(bundle, procedure.start[0]?.form, form, { variables: {}, today: filedOn });
  let current: Step = start(graph, { ...filled, ...office }, now);
  keep(current);

  function keep(taken: Step): void {
    effects.push(...taken.effects);
    current = taken;
    for (const effect of taken.effects) if (effect.kind === 'activityStarted') answer(effect);
  }
  function take(input: Input): void {
    const refusal = refuse(graph, current.state, input);
    if (refusal) throw new Error(`Expected ${input.kind} to be taken but got ${JSON.stringify(refusal)}`);
    keep(step(graph, current.state, input, now));
  }
  function answer({ instance, handler, headers }: Extract<Effect, { kind: 'activityStarted' }>): void {
    const handle = handlers[handler];
    if (!handle) throw new Error(`Expected a handler but got ${handler}`);
    take({ kind: 'activityCompleted', instance, output: handle(headers) });
  }
  function completeTask(one: Extract<ScenarioStep, { complete: string }>): void {
    const open = openTasks(graph, current.state);
    const task = open.find(({ element }) => element === one.complete);
    if (!task)
      throw new Error(`Expected the task ${one.complete} but open are ${open.map(({ element }) => element).join()}`);
    if (!task.candidate.includes(one.as)) throw new Error(`Expected a candidate of ${one.complete} but got ${one.as}`);
    if (Boolean(task.signature) !== Boolean(one.sign))
      throw new Error(`Expected ${one.complete} to agree on its signature`);
    const data = fill(bundle, task.form, one.data ?? {}, { variables: task.data, today: localDateOf(now) });
    take({ kind: 'taskCompleted', instance: task.instance, by: personOf(one.as), data });
  }
  function wait(duration: string): void {
    const until = momentOf(duration, now) ?? '';
    for (;;) {
      const [next] = pendingTimers(current.state).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
      if (!next || next.dueAt > until) break;
      now = next.dueAt > now ? next.dueAt : now;
      take({ kind: 'timerFired', timer: next.timer });
    }
    now = until;
  }

  scenario.steps.forEach((one, index) => {
    if ('complete' in one) completeTask(one);
    else if ('message' in one)
      take({ kind: 'messageArrived', name: one.message, messageId: `message-${index}`, variables: one.data ?? {} });
    else if ('wait' in one) wait(one.wait);
    else throw new Error('Expected no failing handler: these models catch no errors');
  });
  const { state } = current;
  const incidents = effects.filter(({ kind }) => kind === 'incidentRaised');
  if (incidents.length > 0) throw new Error(`Expected no incident but got ${JSON.stringify(incidents)}`);
  const ended = effects.find((effect) => effect.kind === 'caseEnded');
  return {
    outcome: ended && isEnded(state) ? ended.outcome : 'open',
    stages: [...new Set(effects.flatMap((effect) => (effect.kind === 'stageReached' ? [effect.stage] : [])))],
    variables: state.variables,
    open: openTasks(graph, state).map(({ element }) => element),
    effects,
  };
};

const personOf = (role: CandidateRole): string => `person-${role.replace('@', '-')}`;

const fill = (
  bundle: ProcedureBundle,
  form: string | undefined,
  values: JsonObject,
  seen: { variables: JsonObject; today: LocalDate },
): JsonObject => {
  const schema = bundle.forms[form ?? ''];
  if (!schema) throw new Error(`Expected the form ${form} in the bundle`);
  const { data, problems } = checkForm(schema, values, { ...seen, schools: ['sp-1'] });
  if (problems.length > 0) throw new Error(`Expected data that ${form} accepts but got ${JSON.stringify(problems)}`);
  return data;
};
