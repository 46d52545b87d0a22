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
  const settings = [...names]
    .filter((name) => !blamed.has(name) && !(inPart && name === 'inputOutput'))
    .map((attribute): Problem => {
      const code = idle.has(attribute) ? 'model.foreignIdle' : 'model.foreignConverted';
      return { at, code, values: { attribute } };
    });
  const now = text(element, 'body');
  if (body === undefined || now === undefined || body === now) return settings;
  return [...settings, { at, code: 'model.expressionConverted', values: { from: body, to: now } }];
};
