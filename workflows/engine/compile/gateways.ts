import { flagOf, textOf } from './moddle.ts';
import { expressionIn } from './sources.ts';
import type { Reader } from './tasks.ts';

const complexGateway: Reader = (element, at, report) => {
  const activation = expressionIn(element, 'activationCondition', at, report);
  return { kind: 'complexGateway', ...(activation ? { activation } : {}) };
};

const eventBasedGateway: Reader = (element) => {
  if (!flagOf(element, 'instantiate')) return { kind: 'eventBasedGateway' };
  const parallel = textOf(element, 'eventGatewayType') === 'Parallel';
  return { kind: 'eventBasedGateway', instantiate: parallel ? 'parallel' : 'exclusive' };
};

export const gatewayReaders: Record<string, Reader> = {
  'bpmn:ExclusiveGateway': () => ({ kind: 'exclusiveGateway' }),
  'bpmn:ParallelGateway': () => ({ kind: 'parallelGateway' }),
  'bpmn:InclusiveGateway': () => ({ kind: 'inclusiveGateway' }),
  'bpmn:ComplexGateway': complexGateway,
  'bpmn:EventBasedGateway': eventBasedGateway,
};
