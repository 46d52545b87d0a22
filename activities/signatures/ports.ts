import type { Instant, PersonId } from '../../processes/language/ids.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { AppliedSignature } from '../../processes/language/document.ts';
import type { VerificationReport } from './report.ts';

export type SignRequest = {
  pdf: Buffer;
  field: string;
  signer: { id: PersonId; name: string; role: string };
  reason: string;
  at: Instant;
};

/** Ways to sign lie behind this: data in, signed revision out. The result begins with exactly the given bytes. */
export type Signing = {
  sign(request: SignRequest): Promise<Result<{ pdf: Buffer; level: AppliedSignature['level'] }>>;
  /** whether this person has a key, so that a page can say it before the ceremony */
  canSign(signer: PersonId): Promise<boolean>;
  verify(pdf: Buffer): Promise<Omit<VerificationReport, 'known'>>;
};
