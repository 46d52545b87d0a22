import { readFileSync } from 'node:fs';
import { ok, type Result } from '../../processes/language/failure.ts';
import { localTimeOf } from './local-time.ts';
import type { Instant } from '../../processes/language/ids.ts';
import { typst } from '../documents/typst.ts';

export type Shown = { name: string; role: string; at: Instant };
export type Appearance = (shown: Shown, size: { width: number; height: number }) => Result<Buffer>;

/** Draws who signed, in which role and when, as a PDF/A page of that size in points, with an embedded font that has Polish letters. */
export const typstAppearance = (): Appearance => {
  const source = readFileSync(new URL('appearance.typ', import.meta.url), 'utf8');
  const compile = typst({});
  return ({ name, role, at }, size) => {
    const shown = { name, role, at: localTimeOf(at), ...size };
    const drawn = compile({ source, inputs: { shown: JSON.stringify(shown) }, createdAt: at, kind: 'flat' });
    return drawn.ok ? ok(drawn.value.pdf) : drawn;
  };
};
