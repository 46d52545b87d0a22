import { fail, ok } from '../../../processes/language/failure.ts';
import type { Problem, Result } from '../../../processes/language/failure.ts';
import type { ElementId } from '../../../processes/language/ids.ts';
import { compile } from '../../../workflows/engine/compile.ts';
import type { ModelStep } from '../../casework/deps.ts';
import { candidateRoles } from '../candidate-roles.ts';
import { bounded, merged, withLines } from '../check-model.ts';
import { child, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { convertForeign } from '../foreign/convert.ts';
import type { Node } from '../foreign/node.ts';
import { lintModel } from '../lint.ts';
import { parseDecisions } from '../parse.ts';
import { allIn, drawnSteps, isDrawn } from './drawn-steps.ts';
import { importModel } from './import-model.ts';
import { whyUnreadable } from './unreadable.ts';

/** Something said of one place of a model, with the name people know the place by and the step it belongs to. */
export type Finding = Problem & { name?: string; step?: ElementId };

/** What one BPMN file is worth here, without the procedure it may become part of. */
export type ModelVerdict = {
  /** why it cannot run as it stands; without any it runs */ problems: Finding[];
  /** what a procedure would be asked for besides */ rules: Finding[];
  /** what an export would lose */ losses: Finding[];
  /** what was made of other engines' words */ conversions: Finding[];
  steps: ModelStep[];
  /** whether the file has a diagram */ drawn: boolean;
  /** the file as it was read, in UTF-8 */ xml: string;
};

type Place = { name?: string; step?: ElementId };

const nearestStep = (element: Element | undefined): ElementId | undefined =>
  !element || isA(element, 'bpmn:FlowNode') ? element?.id : nearestStep(element.$parent);

/** The step that an element is part of; a flow belongs to where it comes from, a shape to what it shows. */
const stepAt = (element: Element): ElementId | undefined => {
  const shown = child(element, 'bpmnElement') ?? element;
  const isFlow = isA(shown, 'bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association');
  return nearestStep(isFlow ? (child(shown, 'sourceRef') ?? shown) : shown);
};

const placesIn = (definitions: Node): Map<string, Place> => {
  const places = new Map<string, Place>();
  for (const element of allIn(definitions)) {
    if (element.id === undefined || places.has(element.id)) continue;
    const name = (element.name ?? child(element, 'bpmnElement')?.name)?.replaceAll(/\s+/g, ' ').trim();
    const step = stepAt(element);
    places.set(element.id, { ...(name ? { name } : {}), ...(step === undefined ? {} : { step }) });
  }
  return places;
};

/** Rules that compare a model with the forms, documents, stages and tables of its procedure: one file has none. */
const ofProcedure = /^model\.known-/;
/** Said once for the whole file where nothing is drawn. */
const ofDrawing = 'model.no-bpmndi';

const rulesFor = async (definitions: Element, handlers: string[], named: Set<string>): Promise<Problem[]> => {
  const nothing = { forms: [], documents: [], stages: [], decisions: [] };
  const found = await lintModel(definitions, { ...nothing, handlers, roles: candidateRoles });
  const drawn = isDrawn(definitions);
  return found.filter(({ at, code }) => !ofProcedure.test(code) && (drawn || code !== ofDrawing) && !named.has(at));
};

/**
 * Judges a file of whatever tool by itself: whether it runs here, what of it does not, what was converted, what an export
 * would lose. `decisions` is the DMN file beside it; `handlers` are the registered service-task handlers. Fails with
 * `modelRefused` only where a file cannot be read at all; `at` is then empty, or `decisions`.
 */
export const judgeFile = async (
  source: Uint8Array | string,
  { handlers, decisions }: { handlers: string[]; decisions?: Uint8Array | string },
): Promise<Result<ModelVerdict>> => {
  const imported = await importModel(source);
  if (!imported.ok) return fail('modelRefused', { problems: whyUnreadable(source, imported) });
  const tables = decisions === undefined ? undefined : await parseDecisions(decisions);
  if (tables?.ok === false)
    return fail('modelRefused', { problems: whyUnreadable(decisions ?? '', tables, 'decisions') });
  const { definitions, xml, losses } = imported.value;
  const places = placesIn(definitions);
  const steps = drawnSteps(definitions);
  const foreign = convertForeign(definitions, tables?.value.definitions);
  const compiled = compile(definitions, tables?.value.definitions);
  const engine = withLines(xml, compiled.ok ? [] : (compiled.problems ?? []));
  const known = [...imported.value.problems, ...withLines(xml, foreign.problems), ...(tables?.value.warnings ?? [])];
  const problems = merged(known, engine);
  const rules = await rulesFor(definitions, handlers, new Set(problems.map(({ at }) => at)));
  const found = (all: Problem[]): Finding[] => bounded(all).map((each) => ({ ...each, ...places.get(each.at) }));
  return ok({
    problems: found(problems),
    rules: found(withLines(xml, rules)),
    losses: found(losses),
    conversions: found(withLines(xml, foreign.conversions)),
    steps,
    drawn: isDrawn(definitions),
    xml,
  });
};
