import { z } from 'zod';
import { flatComponents, isKeyed, readFields } from '../../activities/casework/forms/forms.ts';
import { jsonObject } from '../schemas/words.ts';
import type { FormComponent, FormSchema } from '../../processes/language/form.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { Problem } from '../../processes/language/failure.ts';
import type { SentForm } from '../http/route.ts';
import type { Upload } from '../../activities/casework/office.ts';

/** A filled-in form: as JSON the typed values under `data`; as an HTML form one field per key (`members.0.name`). */
export const dataBody = z.strictObject({ data: jsonObject });
export const dataOfForm = (): unknown => ({ data: {} });

/** What was filled in, unjudged; only fields the form does not have are a problem already. */
export function filledIn(
  schema: FormSchema,
  body: { data: JsonObject },
  form: SentForm | undefined,
): { values: JsonObject; problems: Problem[]; uploads: Upload[] } {
  if (!form) return { values: body.data, problems: [], uploads: [] };
  const known = fieldNames(schema.components, '');
  const stray = Object.keys(form.fields).filter((name) => !name.startsWith('_') && !known.has(shapeOf(name)));
  return {
    values: readFields(schema, form.fields),
    problems: stray.map((at) => ({ at, code: 'unknownKey' })),
    uploads: form.uploads,
  };
}

/** `members.12.name` → `members.#.name` */
const shapeOf = (name: string): string => name.replaceAll(/\.\d{1,3}\./g, '.#.');

/** Names an HTML form of this schema can send: `key`, the three boxes of a date, `path.#.key` in lists. */
const fieldNames = (components: FormComponent[], prefix: string): Set<string> =>
  new Set(
    flatComponents(components).flatMap((component) => {
      if (component.type === 'dynamiclist')
        return [...fieldNames(component.components, `${prefix}${component.path}.#.`)];
      if (!isKeyed(component)) return [];
      const name = prefix + component.key;
      return component.type === 'datetime' ? [name, `${name}-day`, `${name}-month`, `${name}-year`] : [name];
    }),
  );
