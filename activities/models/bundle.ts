import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { fail, ok } from '../../processes/language/failure.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import type { DefinitionHash } from '../../processes/language/ids.ts';
import { compile } from '../../workflows/engine/compile.ts';
import { adviseOn } from '../../workflows/engine/dmn/advice.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import type { ProcedureBundle } from '../casework/office.ts';
import { candidateRoles } from './candidate-roles.ts';
import { bounded, faultsOf, merged, withLines } from './check-model.ts';
import { elements } from './element.ts';
import { lintModel } from './lint.ts';
import { convertForeign } from './foreign/convert.ts';
import { unknownNames } from './names/known-names.ts';
import type { NameSources } from './names/known-names.ts';
import { parseDecisions, parseModel } from './parse.ts';
import type { ParsedModel } from './parse.ts';
import { timerStartProblems } from './timer-starts.ts';

export type CompiledBundle = {
  graph: ProcessGraph;
  hash: DefinitionHash;
  xml: string;
  /** what the author may want to know of the decision tables and what refuses nothing */ advice: Problem[];
};

const missing = (at: string, what: string, names: string[], given: Record<string, unknown>): Problem[] =>
  names
    .filter((name) => !Object.hasOwn(given, name))
    .map((named) => ({ at, code: `bundle.${what}Missing`, values: { named } }));

/** What the manifest promises and the folder does not hold. */
const gapsOf = ({ manifest, forms, templates }: ProcedureBundle): Problem[] => [
  ...missing('procedure.forms', 'form', manifest.forms, forms),
  ...missing(
    'procedure.documents',
    'template',
    manifest.documents.map(({ id }) => id),
    templates,
  ),
  ...manifest.start
    .filter(({ form }) => !manifest.forms.includes(form))
    .map(({ form }) => ({ at: 'procedure.start', code: 'bundle.formMissing', values: { named: form } })),
];

const parts = async (bundle: ProcedureBundle): Promise<Result<{ model: ParsedModel; decisions?: ParsedModel }>> => {
  const model = await parseModel(bundle.xml);
  const decisions = bundle.decisions === undefined ? undefined : await parseDecisions(bundle.decisions);
  if (model.ok && !decisions) return ok({ model: model.value });
  if (model.ok && decisions?.ok) return ok({ model: model.value, decisions: decisions.value });
  const failed = [model, decisions].flatMap((each) => (!each || each.ok ? [] : [each]));
  return fail(failed[0]?.failure ?? 'modelRefused', { problems: failed.flatMap(({ problems }) => problems ?? []) });
};

/**
 * Parses, checks, lints and compiles a procedure, and gives it its identity: the SHA-256 of the canonical JSON of all that it is, so
 * that the same content has the same hash wherever it is deployed. `modelRefused` carries all problems at once.
 */
export const compileBundle = async (
  bundle: ProcedureBundle,
  handlers: string[],
  handlerWrites: NameSources['handlerWrites'] = () => undefined,
): Promise<Result<CompiledBundle>> => {
  const parsed = await parts(bundle);
  if (!parsed.ok) return parsed;
  const { model, decisions } = parsed.value;
  const { manifest, forms, templates } = bundle;
  const { problems: foreign } = convertForeign(model.definitions, decisions?.definitions);
  // before the linter completes the lists of flows, which are checked as they were written
  const faults = faultsOf(model);
  const linted = await lintModel(model.definitions, {
    forms: manifest.forms,
    documents: manifest.documents,
    stages: manifest.stages.map(({ id }) => id),
    handlers,
    decisions: decisions ? elements(decisions.definitions, 'drgElement').flatMap(({ id }) => id ?? []) : [],
    roles: candidateRoles,
  });
  const compiled = compile(model.definitions, decisions?.definitions);
  const refused = compiled.ok
    ? [...unknownNames(compiled.value, { manifest, forms, handlerWrites }), ...timerStartProblems(compiled.value)]
    : (compiled.problems ?? []);
  const inModel = merged([...faults, ...merged(foreign, linted)], refused);
  const problems = [...gapsOf(bundle), ...withLines(model.xml, inModel), ...(decisions?.warnings ?? [])];
  if (!compiled.ok || problems.length > 0) return fail('modelRefused', { problems: bounded(problems) });
  const graph = compiled.value;
  const identity = canonicalize({
    manifest,
    xml: model.xml,
    graph,
    forms,
    templates,
    decisions: decisions?.xml ?? null,
  });
  const hash = createHash('sha256')
    .update(identity ?? '')
    .digest('hex') as DefinitionHash;
  return ok({ graph, hash, xml: model.xml, advice: decisions ? adviseOn(decisions.definitions) : [] });
};
