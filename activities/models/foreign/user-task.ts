import { fixedFrom, isJuel, valueFrom } from './expression.ts';
import { put, refuse, take, type Site } from './site.ts';

/** A list of names: zeebe's expression gives a list, where the other engine also takes a text with commas. */
const namesFrom = (site: Site, attribute: string): string | undefined => {
  const names = take(site, attribute);
  const value = valueFrom(site, attribute, names);
  if (names === undefined || value === undefined || !isJuel(names)) return value;
  const feel = value.slice(1);
  return `=if ${feel} instance of string then split(${feel}, "\\s*,\\s*") else ${feel}`;
};

const valueOf = (site: Site, attribute: string): string | undefined =>
  valueFrom(site, attribute, take(site, attribute));

/** Only forms that come with the model can be shown; a key that is a plain name is taken for one. */
export const convertForm = (site: Site): void => {
  const binding = take(site, 'formRefBinding');
  const ref = fixedFrom(site, 'formRef', take(site, 'formRef'));
  const key = fixedFrom(site, 'formKey', take(site, 'formKey'));
  take(site, 'formRefVersion');
  if (binding !== undefined && binding !== 'latest' && binding !== 'deployment')
    refuse(site, 'formRefBinding', 'the form is the one deployed with the model');
  const isName = key === undefined || /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key);
  if (!isName) refuse(site, 'formKey', `the form ${key} is not one of this model`);
  put(site, 'zeebe:FormDefinition', { formId: ref ?? (isName ? key : undefined) });
};

export const convertUserTask = (site: Site): void => {
  put(site, 'zeebe:AssignmentDefinition', {
    assignee: valueOf(site, 'assignee'),
    candidateGroups: namesFrom(site, 'candidateGroups'),
    candidateUsers: namesFrom(site, 'candidateUsers'),
  });
  put(site, 'zeebe:TaskSchedule', { dueDate: valueOf(site, 'dueDate'), followUpDate: valueOf(site, 'followUpDate') });
  put(site, 'zeebe:PriorityDefinition', { priority: valueOf(site, 'priority') });
  convertForm(site);
};
