import type { X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { Clock } from '../clock.ts';
import { type Appearance, typstAppearance } from './appearance.ts';
import { type CmsSigner, signedData } from './cms.ts';
import type { KeyStore } from './key-store.ts';
import { prepareRevision } from './pdf-revision.ts';
import type { SigningKey } from './pkcs12.ts';
import type { Signing, SignRequest } from './ports.ts';
import { validAt } from './trust-chain.ts';
import { verifyPdf } from './verify.ts';

export type LocalSigningOptions = {
  keyStore: KeyStore;
  /** certificates of the authorities whose signatures count */
  trust: X509Certificate[];
  clock: Clock;
  appearance?: Appearance;
};

/** Enough for one certificate; tried again with twice as much. */
const firstRoom = 3072;

/**
 * Signs with keys that lie in the office's own key store: PAdES-BASELINE-B, visible in the planned field.
 * Failures: `signatureRefused` (no key, certificate not valid at that time, unknown field, not its turn), `conflict`
 * (the field is signed already); `problems[].code` says which.
 */
export const localSigning = ({
  keyStore,
  trust,
  clock,
  appearance = typstAppearance(),
}: LocalSigningOptions): Signing => ({
  canSign: (person) => keyStore.holds(person),
  verify: async (pdf) => verifyPdf(pdf, trust, clock()),
  sign: async (request) => {
    const key = await keyStore.find(request.signer.id);
    if (!key.ok) return key;
    if (!validAt(key.value.certificate, new Date(request.at)))
      return fail('signatureRefused', {
        detail: 'the certificate is not valid at the time of signing',
        problems: [{ at: request.field, code: 'certificateExpired' }],
      });
    return signed(request, signerOf(key.value), appearance, firstRoom);
  },
});

const signed = async (
  request: SignRequest,
  signer: CmsSigner,
  appearance: Appearance,
  room: number,
): Promise<Result<{ pdf: Buffer; level: 'B-B' }>> => {
  const { field, reason, at } = request;
  const { name, role } = request.signer;
  const prepared = await prepareRevision(request.pdf, {
    field,
    signerName: name,
    reason,
    at,
    room,
    appearance: (size) => appearance({ name, role, at }, size),
  });
  if (!prepared.ok) return prepared;
  const pdf = prepared.value.complete(signedData(prepared.value.digest, signer));
  return pdf === undefined ? signed(request, signer, appearance, room * 2) : ok({ pdf, level: 'B-B' });
};

/** Trust anchors are known to whoever verifies: the file carries only what leads to them. */
const signerOf = ({ key, certificate, others }: SigningKey): CmsSigner => ({
  key,
  certificate: certificate.raw,
  chain: others.filter((other) => other.subject !== other.issuer).map(({ raw }) => raw),
});
