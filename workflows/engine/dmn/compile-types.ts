import { childOf, flagOf, listOf, textOf, type ModdleElement } from '../compile/moddle.ts';
import type { Report } from '../compile/problems.ts';
import { literalReader } from './functions.ts';
import type { Place } from './decision.ts';
import { simpleTypeOf, type Type } from './type.ts';
import { testFrom } from './unary-test.ts';

/** The types of a model: item definitions by name, and those built in. */
export type Types = {
  /** the type that an element's `typeRef` names; nothing for none and for `Any` */
  of: (element: ModdleElement | undefined, at: string) => Type | undefined;
  /** the type with unary tests that its values must pass besides */
  limited: (type: Type | undefined, values: string | undefined, at: string) => Type | undefined;
};

export const typesOf = (definitions: ModdleElement | undefined, report: Report): Types => {
  const items = new Map(listOf(definitions, 'itemDefinition').map((item) => [item.name ?? '', item]));
  const literal = literalReader(new Map(), report);
  const limited: Types['limited'] = (type, values, at) => {
    const test = values === undefined ? null : testFrom(values, at, report, literal);
    return test ? { kind: 'any', ...type, allowed: [...(type?.allowed ?? []), test] } : type;
  };
  const named = (name: string, at: string, path: string[]): Type | undefined => {
    const item = items.get(name);
    if (item && !path.includes(name)) return itemType(item, at, [...path, name]);
    const simple = simpleTypeOf(name);
    if (item) report(at, 'model.typeCircle', { type: name });
    else if (simple === undefined && !/^(context|list|function|range)\b/i.test(name))
      report(at, 'model.typeUnknown', { type: name });
    return simple === undefined || simple === 'any' ? undefined : { kind: simple };
  };
  const itemType = (item: ModdleElement, from: string, path: string[]): Type | undefined => {
    const at = item.id ?? from;
    const reference = textOf(item, 'typeRef');
    const components = listOf(item, 'itemComponent');
    const base: Type | undefined =
      components.length > 0
        ? { kind: 'context', fields: fieldsOf(components, at, path) }
        : reference === undefined
          ? undefined
          : named(reference, at, path);
    const type = limited(base, textOf(childOf(item, 'allowedValues'), 'text'), at);
    // A collection is a list of values that are allowed (DMN 1.3, table 27).
    return flagOf(item, 'isCollection') ? { kind: 'list', of: type ?? { kind: 'any' } } : type;
  };
  const fieldsOf = (components: ModdleElement[], at: string, path: string[]): Record<string, Type> =>
    Object.fromEntries(
      components.map((component) => [component.name ?? '', itemType(component, at, path) ?? { kind: 'any' }]),
    );
  return {
    limited,
    of: (element, at) => {
      const reference = textOf(element, 'typeRef');
      return reference === undefined ? undefined : named(reference, at, []);
    },
  };
};

/** Named places of `variable`-like elements (formal parameters, columns). */
export const placeOf = (element: ModdleElement | undefined, at: string, types: Types): Place => {
  const type = types.of(element, at);
  return { name: element?.name ?? '', ...(type ? { type } : {}) };
};
