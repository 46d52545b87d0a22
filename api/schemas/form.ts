import { z } from 'zod';
import { jsonObject, localDate, problem } from './words.ts';
import type { FilledForm } from '../../ui/contract.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { Unit, UnitKind } from '../../processes/language/party.ts';
import type { UnitId } from '../../processes/language/ids.ts';
import { id } from './words.ts';

/** A form-js schema as deployed. Its components were checked at deployment; here only its frame is described. */
export const formSchema = z.looseObject({
  type: z.literal('default'),
  id: z.string(),
  schemaVersion: z.number(),
  components: z.array(z.looseObject({ type: z.string() })),
}) as unknown as z.ZodType<FormSchema>;

export const filledForm = z.strictObject({
  values: jsonObject,
  problems: z.array(problem),
}) satisfies z.ZodType<FilledForm>;

export const unit = z.strictObject({
  id: id<UnitId>(),
  kind: z.enum(['school', 'kindergarten', 'department'] satisfies UnitKind[]),
  name: z.string(),
  address: z.string(),
  symbol: z.string(),
}) satisfies z.ZodType<Unit>;

export const term = z.strictObject({
  dueOn: localDate,
  basis: z.string(),
  workingDaysLeft: z.int(),
  settled: z.boolean(),
  derivation: z.array(
    z.strictObject({
      rule: z.enum(['event', 'dayNotCounted', 'count', 'saturday', 'sunday', 'holiday', 'end']),
      on: localDate,
      value: z.string().exactOptional(),
      basis: z.string().exactOptional(),
    }),
  ),
});
