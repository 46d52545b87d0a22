import { text } from '../element.ts';
import { feelFrom, valueFrom } from './expression.ts';
import { addMapping } from './mapping.ts';
import { attributeOf } from './node.ts';
import { put, refuse, take, takeAll, type Site } from './site.ts';

/** Converts what is passed by name; answers whether all variables are passed. */
const passing = (site: Site, direction: 'in' | 'out'): boolean => {
  let all = false;
  let named = false;
  for (const each of takeAll(site, direction)) {
    const [target = '', source, expression] = ['target', 'source', 'sourceExpression'].map((name) =>
      attributeOf(each, name),
    );
    if (attributeOf(each, 'local') === 'true') refuse(site, direction, 'variables of one element only are not passed');
    // the business key of the called case is its own number here
    else if (attributeOf(each, 'businessKey') !== undefined) continue;
    else if (attributeOf(each, 'variables') === 'all') all = true;
    else {
      named = true;
      const value = source ?? feelFrom(site, `${direction} ${target}`, expression ?? '');
      addMapping(site, direction === 'in', target, value);
    }
  }
  // an output mapping keeps back all that it does not name
  if (direction === 'out' && all && named) refuse(site, direction, 'all variables beside some by name');
  return all;
};

/** In files of other engines a call activity passes nothing but what it names; here it passes all unless it says otherwise. */
export const convertCall = (site: Site): void => {
  const called = valueFrom(site, 'calledElement', text(site.element, 'calledElement'));
  const binding = take(site, 'calledElementBinding') ?? 'latest';
  take(site, 'calledElementVersion');
  take(site, 'calledElementVersionTag');
  if (binding !== 'latest' && binding !== 'deployment')
    refuse(site, 'calledElementBinding', `a call goes to the newest version, not to a ${binding}`);
  put(site, 'zeebe:CalledElement', { processId: called });
  if (!site.isForeign) return;
  put(site, 'zeebe:CalledElement', {
    propagateAllParentVariables: passing(site, 'in'),
    propagateAllChildVariables: passing(site, 'out'),
  });
};
