import { z } from 'zod';
import type { JsonObject } from '../../processes/language/ids.ts';

/** Any JSON object: what variables and templates are. */
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
