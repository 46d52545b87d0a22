import type { ModelProblemCode } from '../../../processes/language/model-constraint.ts';
import { modelContent } from './model-content.ts';
import { modelFlows } from './model-flows.ts';

/** A sentence for everything that a deployed or imported model is refused for. */
export const modelFaults: Record<ModelProblemCode, string> = { ...modelFlows, ...modelContent };
