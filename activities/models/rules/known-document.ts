import { elements, extension, setting, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const madeBy = (element: Element): string | undefined => {
  if (text(extension(element, 'zeebe:TaskDefinition'), 'type') !== 'makeDocument') return undefined;
  const headers = extension(element, 'zeebe:TaskHeaders');
  const header = headers && elements(headers, 'values').find((each) => text(each, 'key') === 'document');
  return text(header, 'value') ?? '';
};

/** A document that a task makes or has signed is in the manifest, with a field for that signature. */
export const knownDocument: Rule = ({ documents }) => ({
  check(element, reporter) {
    const unknown = (id: string): void => report(reporter, element, `Document <${id}> is not in the manifest`, id);
    const made = madeBy(element);
    if (made !== undefined && !documents.some(({ id }) => id === made)) unknown(made);

    const document = setting(element, 'signature', 'document');
    const field = setting(element, 'signature', 'field');
    if (document === undefined && field === undefined) return;
    const spec = documents.find(({ id }) => id === document);
    if (!spec) unknown(document ?? '');
    else if (!spec.signatures.some((signature) => signature.field === field))
      report(reporter, element, `Document <${spec.id}> has no signature field <${field ?? ''}>`, field ?? '');
  },
});
