import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typstMaker } from '../../../activities/documents/typst-maker.ts';
import { systemRandom } from '../../../activities/clock.ts';
import { ensureDemoPki } from '../../../activities/signatures/demo-pki.ts';
import { folderKeyStore, readTrust } from '../../../activities/signatures/key-store.ts';
import { localSigning } from '../../../activities/signatures/local-signing.ts';
import type { Signing } from '../../../activities/signatures/ports.ts';
import type { PersonId } from '../../../processes/language/ids.ts';
import { sampleRequest } from '../documents/sample-request.ts';

export const signedAt = '2026-11-23T12:30:00.000Z';
export const clerk = { id: 'clerk-1' as PersonId, name: 'Łucja Źrebięć', role: 'inspektor, Wydział Oświaty' };
export const director = {
  id: 'director-1' as PersonId,
  name: 'Święcisława Żółć-Gżegżółka',
  role: 'dyrektor Wydziału Oświaty i Wychowania',
};
export const pkiOf = (folder: string) => ({
  folder,
  organisation: 'Miasto Przykładowo',
  people: [clerk, director],
  clock: () => new Date('2026-11-01T08:00:00.000Z'),
  random: systemRandom,
});

export type DemoCity = { folder: string; signing: Signing; decision: Buffer };

/** A city with fresh keys (clerk EC, director RSA) and one unsigned decision. */
export const demoCity = async (): Promise<DemoCity> => {
  const folder = join(await mkdtemp(join(tmpdir(), 'obieg-keys-')), 'keys');
  await ensureDemoPki(pkiOf(folder));
  const made = await typstMaker().make(sampleRequest);
  if (!made.ok) throw new Error(`Expected a decision but got ${made.failure}: ${made.detail}`);
  return {
    folder,
    decision: made.value,
    signing: localSigning({
      keyStore: folderKeyStore(folder),
      trust: await readTrust(folder),
      clock: () => new Date('2026-11-23T13:00:00.000Z'),
    }),
  };
};

const reason = 'Podpisanie decyzji – zażółć gęślą jaźń';
export const requestFor = (pdf: Buffer, signer: typeof clerk, field: string) => ({
  pdf,
  field,
  signer,
  reason,
  at: signedAt,
});

export const signedBy = async (signing: Signing, pdf: Buffer, signer: typeof clerk, field: string): Promise<Buffer> => {
  const signed = await signing.sign(requestFor(pdf, signer, field));
  if (!signed.ok) throw new Error(`Expected a signature but got ${signed.failure}: ${signed.detail}`);
  return signed.value.pdf;
};
/** The decision with both signatures, and as it was after the first. */
export const signedByBoth = async ({ signing, decision }: DemoCity): Promise<{ first: Buffer; both: Buffer }> => {
  const first = await signedBy(signing, decision, clerk, 'clerk');
  return { first, both: await signedBy(signing, first, director, 'director') };
};
