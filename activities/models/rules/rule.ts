import type { Problem } from '../../../processes/language/failure.ts';
import type { DocumentSpec } from '../../../processes/language/document.ts';
import type { Element } from '../element.ts';

/** What a model may name: everything a rule compares it with. */
export type LintContext = {
  forms: string[];
  documents: DocumentSpec[];
  stages: string[];
  /** registered service-task handlers */
  handlers: string[];
  /** ids in decisions.dmn */
  decisions: string[];
  /** candidate roles such as `clerk@department` */
  roles: string[];
};

type Reporter = { report(id: string, message: string, more?: { values: Problem['values'] }): void };

/** A rule in the shape bpmnlint runs: called once for every element of the tree. */
export type Rule = (context: LintContext) => { check(element: Element, reporter: Reporter): void };

/** Reports on the element, with the name that the sentence needs. */
export const report = (reporter: Reporter, element: Element, message: string, named?: string): void =>
  reporter.report(element.id ?? '', message, { values: { message, ...(named === undefined ? {} : { named }) } });
