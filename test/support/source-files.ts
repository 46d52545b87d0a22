import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export type SourceFile = { path: string; text: string; lines: number; imports: Import[] };
/** `to` is a path from the root for our own files, the specifier itself for packages. */
export type Import = { to: string; own: boolean; typeOnly: boolean };

const rings = ['processes', 'workflows', 'activities', 'api', 'ui'];

/** Every source file of the five rings. */
export const productFiles = (): SourceFile[] => rings.flatMap(filesUnder);

export function filesUnder(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readSource(join(folder, name)));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
}

const statement = /(?:^|\n)\s*(?:import|export)\s(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]/g;
const bare = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importsOf(path: string, text: string): Import[] {
  const found = [
    ...[...text.matchAll(statement)].map((match) => ({ specifier: match[2], typeOnly: match[1] !== undefined })),
    ...[...text.matchAll(bare)].map((match) => ({ specifier: match[1] ?? match[2], typeOnly: false })),
  ];
  return found.map(({ specifier = '', typeOnly }) => {
    const own = specifier.startsWith('.');
    return { to: own ? normalize(join(dirname(path), specifier)) : specifier, own, typeOnly };
  });
}

/** The code without its comments and strings, for rules that look for a word. */
export const codeOf = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:])\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
