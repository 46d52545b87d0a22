import type { FormSchema } from '../../../processes/language/form.ts';
import type { Problem } from '../../../processes/language/failure.ts';
import type { Procedure } from '../../../processes/language/procedure.ts';
import type { Expression } from '../../../workflows/engine/feel.ts';
import { entriesTaken, freeNames } from '../../../workflows/engine/feel/free-names.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { inputName } from '../../../workflows/engine/dmn/input-name.ts';
import { variableName } from '../../casework/starting/case-input.ts';
import { timerStarts } from '../../casework/starting/timer-starts.ts';
import { formNames } from './form-names.ts';
import { nearest } from './nearest.ts';
import { expressionsIn, type NodeView } from './node-view.ts';
import { dataNames, receivedMessages, union, writtenNames, type Names, type Surroundings } from './written-names.ts';

/** What every case has besides its start form: set when it is filed, or given to the engine with it. */
const caseNames = ['channel', 'unit', 'unitName', 'filedOn', 'number', 'parameters'];
/** Sent by the office itself, with the reason, when work is sent back for correction. */
const carriedByOffice: Record<string, string[]> = { zwrot: ['reason'] };

export type NameSources = {
  manifest: Pick<Procedure, 'start' | 'parameters'>;
  forms: Record<string, FormSchema>;
  handlerWrites: Surroundings['handlerWrites'];
};

/**
 * Names that expressions of a model read and that nothing can ever set: not the start form, no task's form, script, decision,
 * handler, message or mapping. The order of the elements is not looked at. Says nothing about the whole model as soon as one
 * writer may write anything; a name that is wrong then is an incident when it is read.
 */
export const unknownNames = (graph: ProcessGraph, sources: NameSources): Problem[] => {
  const nodes: NodeView[] = Object.values(graph.nodes);
  const surroundings: Surroundings = { ...sources, messageCarries: carriedIn(nodes) };
  const ofNodes = nodes.map((node) => writtenNames(node, surroundings));
  const written = union([startNames(sources), clockNames(graph), declaredIn(graph), ...ofNodes]);
  const places = [
    ...nodes.flatMap((node) => placesOf(node, surroundings)),
    ...conditionsOf(graph),
    ...decisionsOf(graph),
  ];
  const isFrozen = !ofNodes.some((names) => names !== 'any' && names.includes('parameters'));
  const parameters = sources.manifest.parameters.map(variableName);
  return places.flatMap((place) => [
    ...(written === 'any' ? [] : variableProblems(place, written)),
    ...(isFrozen ? parameterProblems(place, parameters) : []),
  ]);
};

/** Expressions of an element, and what they see beside the variables. */
type Place = { at: string; expressions: Expression[]; sees: Names };

const conditionsOf = ({ flows }: ProcessGraph): Place[] =>
  Object.entries(flows).flatMap(([at, { condition }]) =>
    condition ? [{ at, expressions: [condition], sees: [] }] : [],
  );

/** Tables and literal expressions; boxed logic has names of its own, which only running it shows. */
const decisionsOf = ({ decisions }: ProcessGraph): Place[] => {
  const results = Object.values(decisions).map(({ variable }) => variable);
  return Object.values(decisions)
    .filter(({ logic }) => logic.kind === 'table' || logic.kind === 'literal')
    .map(({ id, logic }) => ({ at: id, expressions: expressionsIn(logic), sees: [inputName, ...results] }));
};

/** The output mapping, data outputs and the output collection alone see what the element was completed with. */
const placesOf = (node: NodeView, surroundings: Surroundings): Place[] => [
  { at: node.id, expressions: expressionsIn(node, ['outputs', 'dataOutputs', 'output']), sees: [] },
  {
    at: node.id,
    expressions: expressionsIn([node.outputs, node.dataOutputs, node.loop?.output]),
    sees: union([dataNames(node, surroundings), (node.dataOutputs ?? []).map(({ output }) => output)]),
  },
];

/** Which round a case is of that began by itself. */
const clockNames = (graph: ProcessGraph): string[] => (timerStarts(graph).length > 0 ? ['dueAt'] : []);

/** Data objects and properties are variables too, empty at first. */
const declaredIn = ({ containers }: ProcessGraph): string[] =>
  Object.values(containers).flatMap(({ declares = [] }) => declares);

const startNames = ({ manifest, forms }: NameSources): Names =>
  union([caseNames, ...manifest.start.map(({ form }): Names => (forms[form] ? formNames(forms[form]) : 'any'))]);

/** A message may bring data only where the model says by an output mapping what it takes from it (case-actions.ts). */
const carriedIn =
  (nodes: NodeView[]): Surroundings['messageCarries'] =>
  (message) => {
    const asked = nodes.some((node) => node.outputs && receivedMessages(node).includes(message));
    return carriedByOffice[message] ?? (asked ? undefined : []);
  };

const variableProblems = ({ at, expressions, sees }: Place, written: string[]): Problem[] => {
  if (sees === 'any') return [];
  const known = [...written, ...sees];
  const read = new Set(expressions.flatMap(({ feel }) => freeNames(feel)));
  return [...read].filter((name) => !known.includes(name)).map((name) => unknown(at, name, nearest(name, known)));
};

/** The parameters of a case are those that its procedure names, as they were when it was filed. */
const parameterProblems = ({ at, expressions }: Place, known: string[]): Problem[] => {
  const read = new Set(expressions.flatMap(({ feel }) => entriesTaken(feel, 'parameters')));
  return [...read]
    .filter((name) => !known.includes(name))
    .map((name) => unknown(at, name, nearest(name, known), 'parameters.'));
};

const unknown = (at: string, name: string, meant: string | undefined, prefix = ''): Problem => ({
  at,
  code: 'model.nameUnknown',
  values: { name: prefix + name, nearest: meant === undefined ? '–' : prefix + meant },
});
