import type { Problem } from '../../../processes/language/failure.ts';
import { text } from '../element.ts';
import { localName } from './node.ts';
import { idle } from './rest.ts';
import type { Site } from './site.ts';

/** What an element said in another engine's words before anything was made of it. */
export type Given = { names: Set<string>; body: string | undefined };

export const givenIn = ({ element, attributes, extensions }: Site): Given => ({
  names: new Set([...attributes.keys(), ...extensions.map(localName)]),
  body: text(element, 'body'),
});

/** What became of that: a setting that was refused, even in part, is told among the problems alone. */
export const conversionsOf = ({ element, at }: Site, { names, body }: Given, refused: Problem[]): Problem[] => {
  const blamed = new Set(refused.map(({ values }) => String(values?.['attribute'])));
  const inPart = refused.some(({ values }) => String(values?.['attribute']).includes(' '));
  const rest = [...names].filter((name) => !blamed.has(name) && !(inPart && name === 'inputOutput'));
  const told = (code: string, settings: string[]): Problem[] =>
    settings.length === 0 ? [] : [{ at, code, values: { attribute: settings.join(', ') } }];
  const now = text(element, 'body');
  return [
    ...told(
      'model.foreignConverted',
      rest.filter((name) => !idle.has(name)),
    ),
    ...told(
      'model.foreignIdle',
      rest.filter((name) => idle.has(name)),
    ),
    ...(body === undefined || now === undefined || body === now
      ? []
      : [{ at, code: 'model.expressionConverted', values: { from: body, to: now } }]),
  ];
};
