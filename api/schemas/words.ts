import { z } from 'zod';
import type { Json, JsonObject } from '../../processes/language/ids.ts';
import type { Problem } from '../../processes/language/failure.ts';
import type { Text } from '../../processes/language/text.ts';

/** Shapes that many answers are made of. `satisfies` ties each to the type it describes. */
const branded = <Id extends string>(pattern: RegExp): z.ZodType<Id> =>
  z.string().regex(pattern) as unknown as z.ZodType<Id>;
export const id = <Id extends string>(): z.ZodType<Id> => branded(/^[\w.:-]{1,160}$/);
export const sha256 = <Id extends string>(): z.ZodType<Id> => branded(/^[0-9a-f]{64}$/);

export const instant = z.iso.datetime({ precision: 3 });
export const localDate = z.iso.date();
export const text = z.strictObject({ pl: z.string(), en: z.string(), uk: z.string() }) satisfies z.ZodType<Text>;
export const jsonValue = z.json() as unknown as z.ZodType<Json>;
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), jsonValue);
export const failureCode = z.string().meta({ description: 'one of the closed set of failure codes' });

export const problem = z.strictObject({
  at: z.string().meta({ description: 'field key, path in the body, or BPMN element id' }),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
}) satisfies z.ZodType<Problem>;

/** RFC 9457 with our code and the places that are wrong, each with its sentence. */
export const problemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: failureCode,
  detail: z.string(),
  problems: z.array(problem.extend({ sentence: z.string() })),
});

/** A reference with a name to show. */
export const named = z.strictObject({ id: z.string(), name: z.string() });
export const titled = z.strictObject({ id: z.string(), title: text });
