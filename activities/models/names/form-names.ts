import type { FormComponent, FormSchema } from '../../../processes/language/form.ts';

const namesOf = (component: FormComponent): string[] => {
  if (component.type === 'text') return [];
  if (component.type === 'group') return component.components.flatMap(namesOf);
  if (component.type === 'dynamiclist') return [component.path];
  // what is only shown is not taken from the body
  return component.readonly || component.disabled ? [] : [component.key];
};

/** Variables that a form's reader can set. */
export const formNames = ({ components }: Pick<FormSchema, 'components'>): string[] =>
  components.flatMap(namesOf).map((name) => name.split('.')[0] ?? name);
