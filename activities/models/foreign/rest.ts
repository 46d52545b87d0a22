import { localName } from './node.ts';
import { refuse, type Site } from './site.ts';

/**
 * Says nothing that a case here would do otherwise: every step is stored before the next (async), attempts are not ranked,
 * history is kept by the retention class, and who may start a case is said in the procedure's manifest.
 */
export const idle = new Set([
  'async',
  'asyncAfter',
  'asyncBefore',
  'candidateStarterGroups',
  'candidateStarterUsers',
  'diagramRelationId',
  'errorMessage',
  'exclusive',
  'historyTimeToLive',
  'isStartableInTasklist',
  'jobPriority',
  'modelerTemplate',
  'modelerTemplateVersion',
  'taskPriority',
]);

const code = 'code in Java does not run here; name a registered handler';
const listener = 'listeners do not run here; draw what they do';
const reasons: Record<string, string> = {
  class: code,
  connector: 'connectors do not run here; name a registered handler',
  delegateExpression: code,
  executionListener: listener,
  field: 'it belongs to code in Java, which does not run here',
  formData: 'a form is a file of its own here',
  formHandlerClass: code,
  formProperty: 'a form is a file of its own here',
  resource: 'a script in another file',
  taskListener: listener,
  variableMappingClass: code,
  variableMappingDelegateExpression: code,
};

/** Every foreign setting that nothing has converted. */
export const refuseRest = (site: Site): void => {
  const rest = [...site.attributes.keys(), ...site.extensions.map(localName)];
  for (const name of new Set(rest))
    if (!idle.has(name)) refuse(site, name, reasons[name] ?? 'it has no counterpart here');
};
