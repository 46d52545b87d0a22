import type { X509Certificate } from 'node:crypto';

const longestChain = 6;

/** Why a certificate does not lead to a trusted authority at that moment; nothing when it does. */
export const chainProblem = (
  certificate: X509Certificate,
  others: X509Certificate[],
  trust: X509Certificate[],
  at: Date,
): 'untrusted' | 'expired' | undefined => {
  const chain = [certificate];
  for (;;) {
    const last = chain.at(-1);
    if (last === undefined || chain.length > longestChain) return 'untrusted';
    const anchor = trust.find((candidate) => issued(candidate, last));
    if (anchor) return [...chain, anchor].every((each) => validAt(each, at)) ? undefined : 'expired';
    const issuer = others.find((candidate) => !chain.includes(candidate) && issued(candidate, last));
    if (issuer === undefined) return 'untrusted';
    chain.push(issuer);
  }
};

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

export const validAt = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  new Date(validFrom) <= at && at <= new Date(validTo);
