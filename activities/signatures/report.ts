import type { Instant, Sha256 } from '../../processes/language/ids.ts';

/** One signature found in a PDF. */
export type SignatureReport = {
  field: string;
  signerName: string;
  /** from the certificate: organisation and issuer, as text */
  organisation?: string;
  issuer: string;
  at?: Instant;
  level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'none';
  /** bytes covered and digest fit, certificate chains to a trusted CA and was valid at the time of signing */
  valid: boolean;
  problems: ('digestMismatch' | 'badSignature' | 'untrusted' | 'expired' | 'notPades' | 'malformed')[];
  /** the revision covered ends at this byte */
  coversUpTo: number;
};

/** `valid` = at least one signature, all valid, and nothing in the file lies outside the last signed revision. */
export type VerificationReport = {
  sha256: Sha256;
  size: number;
  valid: boolean;
  signatures: SignatureReport[];
  /** bytes appended after the last signature */ changedAfterSigning: boolean;
  /** the file is one that Obieg issued */ known: boolean;
};
