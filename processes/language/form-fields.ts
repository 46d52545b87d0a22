import type { FormComponent, FormSchema } from './form.ts';

/** Whether a form asks its reader for anything, or only shows. */
export const asksAnything = ({ components }: Pick<FormSchema, 'components'>): boolean => components.some(asks);

const asks = (component: FormComponent): boolean => {
  switch (component.type) {
    case 'text':
      return false;
    case 'group':
      return component.components.some(asks);
    case 'dynamiclist':
      return true;
    case 'textfield':
    case 'textarea':
    case 'number':
    case 'checkbox':
    case 'checklist':
    case 'radio':
    case 'select':
    case 'datetime':
    case 'filepicker':
      return !component.readonly && !component.disabled;
  }
};
