import { text } from '../element.ts';
import { feelFrom, valueFrom } from './expression.ts';
import { addMapping } from './mapping.ts';
import { attributeOf } from './node.ts';
import { put, refuse, take, takeAll, type Site } from './site.ts';

const passing = (site: Site, direction: 'in' | 'out'): boolean => {
  let all = false;
  for (const each of takeAll(site, direction)) {
    const [target = '', source, expression] = ['target', 'source', 'sourceExpression'].map((name) =>
      attributeOf(each, name),
    );
    if (attributeOf(each, 'local') === 'true') refuse(site, direction, 'variables of one element only are not passed');
    // the business key of the called case is its own number here
    else if (attributeOf(each, 'businessKey') !== undefined) continue;
    else if (attributeOf(each, 'variables') === 'all') all = true;
    else {
      const value = source ?? feelFrom(site, `${direction} ${target}`, expression ?? '');
      addMapping(site, direction === 'in', target, value);
    }
  }
  return all;
};

/** A call activity passes nothing but what it names. */
export const convertCall = (site: Site): void => {
  const isForeign = site.attributes.size > 0 || site.extensions.length > 0;
  if (text(site.element, 'calledElement') === undefined && !isForeign) return;
  const called = valueFrom(site, 'calledElement', text(site.element, 'calledElement'));
  const binding = take(site, 'calledElementBinding') ?? 'latest';
  take(site, 'calledElementVersion');
  take(site, 'calledElementVersionTag');
  if (binding !== 'latest' && binding !== 'deployment')
    refuse(site, 'calledElementBinding', `a call goes to the newest version, not to a ${binding}`);
  put(site, 'zeebe:CalledElement', { processId: called });
  put(site, 'zeebe:CalledElement', {
    propagateAllParentVariables: passing(site, 'in'),
    propagateAllChildVariables: passing(site, 'out'),
  });
};
