import { z } from 'zod';
import { cookieNames } from '../http/cookies.ts';
import { id } from '../schemas/words.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { Seal } from './seal.ts';

/** Seconds for which a proven code opens its case; then it is asked for again. */
const lasts = 3600;
/** A family's cases; the oldest proof gives way. */
const most = 10;

const shape = z.record(z.string(), id<CaseId>());

type Cookie = (name: string) => string | undefined;

/** The cases whose code was proven in this browser, by number. */
const provenCases = (seal: Seal, cookie: Cookie): Record<string, CaseId> =>
  seal.open('track', shape, cookie(cookieNames.track)) ?? {};

/** The case with this number if its code was proven here. */
export function provenCase(seal: Seal, cookie: Cookie, number: string): CaseId | undefined {
  const proven = provenCases(seal, cookie);
  return Object.hasOwn(proven, number) ? proven[number] : undefined;
}

export function withProof(
  seal: Seal,
  cookie: Cookie,
  number: string,
  caseId: CaseId,
): { value: string; seconds: number } {
  const { [number]: _, ...others } = provenCases(seal, cookie);
  const kept = [...Object.entries(others), [number, caseId]].slice(-most);
  return { value: seal.close('track', Object.fromEntries(kept), lasts), seconds: lasts };
}
