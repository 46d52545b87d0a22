import { ok } from '../../../processes/language/failure.ts';
import type { Problem, Result } from '../../../processes/language/failure.ts';
import { bounded, faultsOf, withLines } from '../check-model.ts';
import type { Element } from '../element.ts';
import { modelReader, parseModel } from '../parse.ts';
import { missingFacts } from './facts.ts';

/** A file of any tool, opened: its tree, its text for the diagram, and what stands in the way of running it. */
export type ImportedModel = {
  definitions: Element;
  /** the file as it came, decoded: a viewer draws it whatever else is wrong */
  xml: string;
  /** why it could not be deployed as it stands */
  problems: Problem[];
  /** as it is exported again */
  written: string;
  /** what is missing from that */
  losses: Problem[];
};

/** The XML of a model, in UTF-8, with every extension, label and waypoint that was read. */
export const exportModel = async (definitions: Element): Promise<string> =>
  (await modelReader().toXML(definitions, { format: true })).xml;

/**
 * Opens a BPMN 2.0 file of whatever tool, processes, collaborations, choreographies and conversations alike, and says what is
 * wrong with it and what the reader could not keep. Never throws; fails only with what is no BPMN file at all.
 */
export const importModel = async (source: Uint8Array | string): Promise<Result<ImportedModel>> => {
  const parsed = await parseModel(source);
  if (!parsed.ok) return parsed;
  const { definitions, xml } = parsed.value;
  const written = await exportModel(definitions);
  const lost = missingFacts(xml, written).map(({ at, what }): Problem => ({
    at,
    code: 'model.lost',
    values: { what },
  }));
  return ok({
    definitions,
    xml,
    problems: bounded(withLines(xml, faultsOf(parsed.value))),
    written,
    losses: bounded(withLines(xml, lost)),
  });
};
