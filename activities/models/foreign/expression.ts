import { juelToFeel } from '../../../workflows/engine/compile/juel.ts';
import { quoted } from '../../../workflows/engine/compile/juel/write.ts';
import { readExpression } from '../../../workflows/engine/feel.ts';
import { refuse, type Site } from './site.ts';

export const isJuel = (text: string): boolean => /[$#]\{/.test(text);

const feelFormat = /^(feel|.*\/FEEL\/?.*)$/i;
const juelFormat = /^(juel|.*java\.sun\.com\/products\/jsp.*|.*\/el\/?)$/i;

const fromJuel = (site: Site, attribute: string, text: string): string | undefined => {
  const converted = juelToFeel(text);
  return 'feel' in converted ? converted.feel : refuse(site, attribute, converted.problem);
};

/** A value as zeebe's attributes have it: plain text, or FEEL behind `=`. Undefined where it is refused or absent. */
export const valueFrom = (site: Site, attribute: string, text: string | undefined): string | undefined => {
  if (text === undefined || !isJuel(text)) return text;
  const feel = fromJuel(site, attribute, text);
  return feel === undefined ? undefined : `=${feel}`;
};

/** A name that has to be known when the model is deployed. */
export const fixedFrom = (site: Site, attribute: string, text: string | undefined): string | undefined =>
  text !== undefined && isJuel(text) ? refuse(site, attribute, 'it has to be known when the model is deployed') : text;

/** FEEL for a value of a mapping: plain text becomes a text of FEEL. */
export const feelFrom = (site: Site, attribute: string, text: string): string | undefined => {
  if (isJuel(text)) return fromJuel(site, attribute, text);
  return text === '' ? 'null' : quoted(text);
};

/** FEEL for a script of that format; only FEEL and what converts to it runs here. */
export const scriptFrom = (
  site: Site,
  attribute: string,
  script: { format: string | undefined; text: string },
): string | undefined => {
  const { format, text } = script;
  if (format !== undefined && juelFormat.test(format)) return fromJuel(site, attribute, text);
  if (format !== undefined && !feelFormat.test(format))
    return refuse(site, attribute, `the language ${format} does not run here`);
  return isJuel(text) && format === undefined ? fromJuel(site, attribute, text) : text.replace(/^=\s*/, '');
};

/** A condition: FEEL as it is, or Java's expression language with or without its braces; undefined: left for the compiler to judge. */
export const conditionFrom = (site: Site, attribute: string, text: string): string | undefined => {
  if (isJuel(text)) return valueFrom(site, attribute, text);
  if (text.startsWith('=') || !('problem' in readExpression(text))) return undefined;
  const converted = juelToFeel(text);
  return 'feel' in converted ? `=${converted.feel}` : undefined;
};
