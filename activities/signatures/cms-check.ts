import { createHash, verify, X509Certificate } from 'node:crypto';
import { type Asn1, bytesOf, childrenOf, decode, encode, isTagged, oidOf, sequence, setOf } from './asn1.ts';
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
const keyTypes: Record<string, 'rsa' | 'ec'> = {
  [oids.rsaEncryption]: 'rsa',
  [oids.sha256WithRsa]: 'rsa',
  [oids.sha384WithRsa]: 'rsa',
  [oids.sha512WithRsa]: 'rsa',
  [oids.ecdsaWithSha256]: 'ec',
  [oids.ecdsaWithSha384]: 'ec',
  [oids.ecdsaWithSha512]: 'ec',
};
/** RFC 5652: the digest that a combined algorithm names must be the one that was used. */
const namedDigests: Record<string, string> = {
  [oids.sha256WithRsa]: 'sha256',
  [oids.sha384WithRsa]: 'sha384',
  [oids.sha512WithRsa]: 'sha512',
  [oids.ecdsaWithSha256]: 'sha256',
  [oids.ecdsaWithSha384]: 'sha384',
  [oids.ecdsaWithSha512]: 'sha512',
};

/**
 * Reads a detached CMS signature over the given bytes. Throws when it is no DER-encoded SignedData with one signer whose
 * certificate came along: the bytes were written by anybody.
 */
export const readCms = (der: Buffer, covered: Uint8Array[]): CmsReading => {
  const [type, wrapped] = childrenOf(decode(der));
  expected(oidOf(type) === oids.signedData, 'SignedData');
  const parts = childrenOf(childrenOf(wrapped)[0]);
  const [version, digestAlgorithms, content, certificateSet] = parts;
  const signerInfos = childrenOf(parts.at(-1));
  expected(bytesOf(version).equals(Buffer.from([1])) && signerInfos.length === 1, 'one signer');
  expected(childrenOf(content).length === 1 && isTagged(certificateSet, 0), 'a detached signature with certificates');
  const certificates = childrenOf(certificateSet).map((each) => new X509Certificate(encode(each)));

  const [signerVersion, sid, digestAlgorithm, attributes, signatureAlgorithm, signature] = childrenOf(signerInfos[0]);
  expected(bytesOf(signerVersion).equals(Buffer.from([1])) && isTagged(attributes, 0), 'signed attributes');
  const certificate = certificates.find((each) => sidOf(each).equals(encode(present(sid))));
  if (certificate === undefined) throw new Error('Expected the certificate of the signer but it is not there');
  expected(
    childrenOf(digestAlgorithms).some((each) => encode(each).equals(encode(present(digestAlgorithm)))),
    'the digest announced',
  );
  const digest = digestNames[oidOf(childrenOf(digestAlgorithm)[0])];
  const algorithm = oidOf(childrenOf(signatureAlgorithm)[0]);
  const signed = attributesOf(attributes);
  return {
    certificate,
    others: certificates.filter((each) => each !== certificate),
    digestFits: digest !== undefined && digestOf(covered, digest).equals(bytesOf(signed.get(oids.messageDigest))),
    signatureFits:
      digest !== undefined &&
      keyTypes[algorithm] === certificate.publicKey.asymmetricKeyType &&
      (namedDigests[algorithm] ?? digest) === digest &&
      verify(digest, encode(setOf(...childrenOf(attributes))), certificate.publicKey, bytesOf(signature)),
    pades: boundTo(signed.get(oids.signingCertificateV2), certificate) && isPades(signed),
  };
};

const expected = (condition: boolean, what: string): void => {
  if (!condition) throw new Error(`Expected ${what} but got something else`);
};
const present = (value: Asn1 | undefined): Asn1 => {
  if (value === undefined) throw new Error('Expected a value but got none');
  return value;
};

/** IssuerAndSerialNumber of a certificate. */
const sidOf = ({ raw }: X509Certificate): Buffer => {
  const { issuer, serialNumber } = issuerAndSerial(raw);
  return encode(sequence(issuer, serialNumber));
};

const digestOf = (covered: Uint8Array[], name: string): Buffer => {
  const hash = createHash(name);
  for (const part of covered) hash.update(part);
  return hash.digest();
};

/** Type → its one value. */
const attributesOf = (attributes: Asn1 | undefined): Map<string, Asn1> => {
  const found = new Map<string, Asn1>();
  for (const attribute of childrenOf(attributes)) {
    const [type, values] = childrenOf(attribute);
    const [value, second] = childrenOf(values);
    expected(value !== undefined && second === undefined && !found.has(oidOf(type)), 'one value for an attribute');
    found.set(oidOf(type), present(value));
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
