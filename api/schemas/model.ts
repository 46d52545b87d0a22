import { z } from 'zod';
import { problem } from './words.ts';
import type { ModelVerdictView } from '../../ui/contract.ts';

/** The diagram in words. */
export const steps = z.array(
  z.strictObject({ element: z.string(), name: z.string(), kind: z.string(), next: z.array(z.string()) }),
);

const findings = z.array(
  problem.extend({
    name: z.string().exactOptional(),
    step: z.string().exactOptional().meta({ description: 'element id of the step it belongs to' }),
  }),
);

export const modelVerdict = z.strictObject({
  fileName: z.string(),
  runs: z.boolean(),
  problems: findings.meta({ description: 'why it does not run' }),
  rules: findings.meta({ description: 'what a procedure is asked for besides' }),
  losses: findings.meta({ description: 'what an export would lose' }),
  conversions: findings.meta({ description: 'what was made of other engines’ words' }),
  steps,
  drawn: z.boolean(),
  xml: z.string().meta({ description: 'the file as it was read, in UTF-8' }),
}) satisfies z.ZodType<ModelVerdictView>;
