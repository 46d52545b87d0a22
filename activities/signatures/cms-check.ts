import { createHash, verify, X509Certificate } from 'node:crypto';
import { type Asn1, bytesOf, childrenOf, encode, oidOf, sequence, setOf } from './asn1.ts';
import { cmsParts } from './cms-parts.ts';
import { issuerAndSerial } from './cms.ts';
import { oids } from './oids.ts';

/** What a signature says, read without judging the signer. */
export type CmsReading = {
  certificate: X509Certificate;
  /** the other certificates that came along */
  others: X509Certificate[];
  /** the digest it covers is the one given */
  digestFits: boolean;
  /** it was made with the certificate's key */
  signatureFits: boolean;
  /** signed attributes are those of PAdES: bound to the certificate, without a time of its own */
  pades: boolean;
};

const digestNames: Record<string, 'sha256' | 'sha384' | 'sha512'> = {
  [oids.sha256]: 'sha256',
  [oids.sha384]: 'sha384',
  [oids.sha512]: 'sha512',
};
/** The key each takes, and the digest it names; RFC 5652 wants that to be the digest announced. */
const algorithms: Record<string, { key: 'rsa' | 'ec'; digest?: string }> = {
  [oids.rsaEncryption]: { key: 'rsa' },
  [oids.sha256WithRsa]: { key: 'rsa', digest: 'sha256' },
  [oids.sha384WithRsa]: { key: 'rsa', digest: 'sha384' },
  [oids.sha512WithRsa]: { key: 'rsa', digest: 'sha512' },
  [oids.ecdsaWithSha256]: { key: 'ec', digest: 'sha256' },
  [oids.ecdsaWithSha384]: { key: 'ec', digest: 'sha384' },
  [oids.ecdsaWithSha512]: { key: 'ec', digest: 'sha512' },
};

/**
 * Reads a detached CMS signature over the given bytes. Throws when it is no DER-encoded SignedData with one signer whose
 * certificate came along: the bytes were written by anybody.
 */
export const readCms = (der: Buffer, covered: Uint8Array[]): CmsReading => {
  const parts = cmsParts(der);
  const certificates = parts.certificates.map((each) => new X509Certificate(each));
  const certificate = certificates.find(({ raw }) => nameOf(raw).equals(parts.signer));
  if (certificate === undefined) throw new Error('Expected the certificate of the signer but it is not there');
  const digest = digestNames[parts.digestAlgorithm];
  const algorithm = algorithms[parts.signatureAlgorithm];
  const attributes = attributesOf(parts.attributes);
  return {
    certificate,
    others: certificates.filter((each) => each !== certificate),
    digestFits: digest !== undefined && digestOf(covered, digest).equals(bytesOf(attributes.get(oids.messageDigest))),
    signatureFits:
      digest !== undefined &&
      algorithm?.key === certificate.publicKey.asymmetricKeyType &&
      (algorithm?.digest ?? digest) === digest &&
      verify(digest, encode(setOf(...parts.attributes)), certificate.publicKey, parts.signature),
    pades: boundTo(attributes.get(oids.signingCertificateV2), certificate) && isPades(attributes),
  };
};

/** How CMS names a certificate, as DER. */
const nameOf = (certificate: Buffer): Buffer => {
  const { issuer, serialNumber } = issuerAndSerial(certificate);
  return encode(sequence(issuer, serialNumber));
};

const digestOf = (covered: Uint8Array[], name: string): Buffer => {
  const hash = createHash(name);
  for (const part of covered) hash.update(part);
  return hash.digest();
};

/** Type → its one value. */
const attributesOf = (attributes: Asn1[]): Map<string, Asn1> => {
  const found = new Map<string, Asn1>();
  for (const attribute of attributes) {
    const [type, values] = childrenOf(attribute);
    const [value, second] = childrenOf(values);
    if (value === undefined || second !== undefined || found.has(oidOf(type)))
      throw new Error('Expected one value for each attribute but got more or none');
    found.set(oidOf(type), value);
  }
  return found;
};

const isPades = (signed: Map<string, Asn1>): boolean =>
  !signed.has(oids.signingTime) && oidOf(signed.get(oids.contentType)) === oids.data;

/** ESSCertIDv2: optional hash algorithm (SHA-256 when absent), then the hash of the certificate. */
const boundTo = (attribute: Asn1 | undefined, certificate: X509Certificate): boolean => {
  if (attribute === undefined) return false;
  const [first, second] = childrenOf(childrenOf(childrenOf(attribute)[0])[0]);
  const named = Array.isArray(first?.value);
  const digest = named ? digestNames[oidOf(childrenOf(first)[0])] : 'sha256';
  return digest !== undefined && digestOf([certificate.raw], digest).equals(bytesOf(named ? second : first));
};
