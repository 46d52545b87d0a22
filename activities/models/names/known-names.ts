import type { FormSchema } from '../../../processes/language/form.ts';
import type { Problem } from '../../../processes/language/failure.ts';
import type { Procedure } from '../../../processes/language/procedure.ts';
import type { Expression } from '../../../workflows/engine/feel.ts';
import { freeNames } from '../../../workflows/engine/feel/free-names.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { formNames } from './form-names.ts';
import { nearest } from './nearest.ts';
import { expressionsIn, type NodeView } from './node-view.ts';
import { dataNames, receivedMessages, union, writtenNames, type Names, type Surroundings } from './written-names.ts';

/** What every case has besides its start form: set when it is filed, or given to the engine with it. */
const caseNames = ['channel', 'unit', 'unitName', 'filedOn', 'number', 'parameters'];
/** Sent by the office itself, with the reason, when work is sent back for correction. */
const carriedByOffice: Record<string, string[]> = { zwrot: ['reason'] };

export type NameSources = {
  manifest: Pick<Procedure, 'start'>;
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
  const written = union([startNames(sources), ...nodes.map((node) => writtenNames(node, surroundings))]);
  if (written === 'any') return [];
  const known = new Set(written);
  const conditions = Object.entries(graph.flows).flatMap(([id, { condition }]) =>
    condition ? problemsOf(id, [condition], known) : [],
  );
  return [...nodes.flatMap((node) => nodeProblems(node, known, dataNames(node, surroundings))), ...conditions];
};

const startNames = ({ manifest, forms }: NameSources): Names =>
  union([caseNames, ...manifest.start.map(({ form }): Names => (forms[form] ? formNames(forms[form]) : 'any'))]);

/** A message may bring data only where the model says by an output mapping what it takes from it (case-actions.ts). */
const carriedIn =
  (nodes: NodeView[]): Surroundings['messageCarries'] =>
  (message) => {
    const asked = nodes.some((node) => node.outputs && receivedMessages(node).includes(message));
    return carriedByOffice[message] ?? (asked ? undefined : []);
  };

/** The output mapping alone sees what the element was completed with. */
const nodeProblems = (node: NodeView, known: Set<string>, data: Names): Problem[] => {
  const outputs = data === 'any' ? [] : problemsOf(node.id, expressionsIn(node.outputs), new Set([...known, ...data]));
  return [...problemsOf(node.id, expressionsIn(node, ['outputs']), known), ...outputs];
};

const problemsOf = (at: string, expressions: Expression[], known: Set<string>): Problem[] => {
  const unknown = new Set(expressions.flatMap(({ feel }) => freeNames(feel)).filter((name) => !known.has(name)));
  return [...unknown].map((name) => {
    const meant = nearest(name, known);
    return { at, code: 'model.nameUnknown', values: { name, ...(meant === undefined ? {} : { nearest: meant }) } };
  });
};
