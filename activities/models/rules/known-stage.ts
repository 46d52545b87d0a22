import { setting } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

/** A public stage that an element reaches is one of the manifest's: parents see no other. */
export const knownStage: Rule = ({ stages }) => ({
  check(element, reporter) {
    const stage = setting(element, 'stage', 'id');
    if (stage !== undefined && !stages.includes(stage))
      report(reporter, element, `Stage <${stage}> is not in the manifest`, stage);
  },
});
