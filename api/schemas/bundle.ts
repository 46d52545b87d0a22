import { z } from 'zod';
import { formSchema } from './form.ts';
import { jsonObject, text } from './words.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import type { ProcedureBundle } from '../../activities/casework/office.ts';
import type { Role } from '../../processes/language/party.ts';

const role = z.enum(['secretary', 'director', 'clerk', 'administrator', 'applicant'] satisfies Role[]);
const name = z.string().regex(/^[a-z][A-Za-z0-9-]{0,60}$/);

const manifest = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  title: text,
  summary: text,
  legalBasis: z.string(),
  jrwa: z.string(),
  retention: z.string(),
  start: z.array(z.strictObject({ by: z.array(role), form: name, public: z.boolean() })),
  forms: z.array(name),
  documents: z.array(
    z.strictObject({
      id: name,
      title: text,
      template: z.string(),
      signatures: z.array(z.strictObject({ field: z.string(), label: text, order: z.int() })),
    }),
  ),
  stages: z.array(z.strictObject({ id: z.string(), label: text, hint: text.exactOptional() })),
  parameters: z.array(z.string()),
  term: z.strictObject({ duration: z.string(), basis: z.string() }),
  remedy: z.strictObject({ body: text, term: z.string(), basis: z.string() }).exactOptional(),
  unitVariable: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  subject: z.array(z.string()).exactOptional(),
  sample: jsonObject.exactOptional(),
}) satisfies z.ZodType<Procedure>;

/** A procedure as it is deployed over HTTP; what it says is judged by the linter, its shape here. */
export const bundle = z.strictObject({
  manifest,
  xml: z.string().max(1_500_000),
  forms: z.record(z.string(), formSchema),
  decisions: z.string().max(500_000).exactOptional(),
  templates: z.record(z.string(), z.string().max(200_000)),
}) satisfies z.ZodType<ProcedureBundle>;
