import { holds, readCondition } from '../../processes/language/form-condition.ts';
import type { Json } from '../../processes/language/ids.ts';

/** Shows and hides the parts of a form whose condition is over another field. The server judges by the same conditions. */
export function followConditions(form: HTMLFormElement): void {
  const parts = [...form.querySelectorAll<HTMLElement>('[data-hide]')];
  if (parts.length === 0) return;
  const update = (): void => {
    for (const part of parts) {
      const condition = readCondition(part.dataset['hide'] ?? '');
      if (condition) part.hidden = holds(condition, valueOf(form, part.dataset['hideField'] ?? ''));
    }
  };
  form.addEventListener('change', update);
  form.addEventListener('input', update);
  update();
}

const valueOf = (form: HTMLFormElement, name: string): Json | undefined => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(name)}"]`)];
  if (boxes.length === 1 && boxes[0]?.value === 'true') return boxes[0].checked;
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : undefined;
};
