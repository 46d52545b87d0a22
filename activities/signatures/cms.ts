import { createHash, type KeyObject, sign } from 'node:crypto';
import {
  type Asn1,
  childrenOf,
  decode,
  encode,
  integer,
  isTagged,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
} from './asn1.ts';
import { oids } from './oids.ts';

/** Who signs: the raw signature is over the DER given, with SHA-256. */
export type CmsSigner = {
  certificate: Buffer;
  /** intermediate certificates to carry along, without the trust anchor */
  chain: Buffer[];
  key: KeyObject;
};

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const digestAlgorithm = (): Asn1 => sequence(oid(oids.sha256), nothing());

/**
 * A detached CMS SignedData over a digest (SHA-256), with exactly the signed attributes of PAdES-BASELINE-B
 * (ETSI EN 319 142-1): content-type, message-digest, signing-certificate-v2. The signing time stands in the PDF (/M)
 * and therefore must not stand here.
 */
export const signedData = (digest: Buffer, signer: CmsSigner): Buffer => {
  const { issuer, serialNumber } = issuerAndSerial(signer.certificate);
  const attributes = signedAttributes(digest, signer.certificate);
  const signature = sign('sha256', encode(setOf(...attributes)), signer.key);
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serialNumber),
    digestAlgorithm(),
    tagged(0, ...attributes),
    signatureAlgorithm(signer.key),
    octets(signature),
  );
  const content = sequence(
    integer(1),
    setOf(digestAlgorithm()),
    sequence(oid(oids.data)),
    tagged(0, ...[signer.certificate, ...signer.chain].map(decode)),
    setOf(signerInfo),
  );
  return encode(sequence(oid(oids.signedData), tagged(0, content)));
};

const signedAttributes = (digest: Buffer, certificate: Buffer): Asn1[] => {
  const { issuer, serialNumber } = issuerAndSerial(certificate);
  // ESSCertIDv2 (RFC 5035): SHA-256 is its default and DER leaves defaults out
  const certificateId = sequence(octets(sha256(certificate)), sequence(sequence(tagged(4, issuer)), serialNumber));
  const attribute = (type: string, value: Asn1): Asn1 => sequence(oid(type), setOf(value));
  return [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, sequence(sequence(certificateId))),
  ]
    .map(encode) // DER orders the members of a SET by their encoding
    .toSorted((a, b) => a.compare(b))
    .map(decode);
};

const signatureAlgorithm = (key: KeyObject): Asn1 => {
  if (key.asymmetricKeyType === 'ec') return sequence(oid(oids.ecdsaWithSha256));
  if (key.asymmetricKeyType === 'rsa') return sequence(oid(oids.sha256WithRsa), nothing());
  throw new Error(`Expected an RSA or EC key but got ${key.asymmetricKeyType}`);
};

/** How CMS names a certificate. */
export const issuerAndSerial = (certificate: Buffer): { issuer: Asn1; serialNumber: Asn1 } => {
  const fields = childrenOf(childrenOf(decode(certificate))[0]);
  const [serialNumber, , issuer] = isTagged(fields[0], 0) ? fields.slice(1) : fields;
  if (serialNumber === undefined || issuer === undefined)
    throw new Error('Expected a certificate but got something else');
  return { issuer, serialNumber };
};
