import { createHash, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import {
  type Asn1,
  bigInteger,
  bits,
  childrenOf,
  bytesOf,
  decode,
  encode,
  integer,
  nothing,
  octets,
  oid,
  printable,
  sequence,
  setOf,
  tagged,
  taggedBytes,
  time,
  truth,
  utf8,
} from './asn1.ts';
import { oids } from './oids.ts';

export type Subject = {
  organisation: string;
  commonName: string;
  /** an id that says nothing about the person */ id?: string;
};
export type CertificateRequest = {
  subject: Subject;
  publicKey: KeyObject;
  /** 16 random bytes */
  serial: Buffer;
  from: Date;
  until: Date;
  kind: 'authority' | 'person';
  issuer: { subject: Subject; key: KeyObject };
};

/** Bits of keyUsage (RFC 5280, 4.2.1.3), the first being the highest, and how many of the octet are unused. */
const keyUsages = {
  authority: bits(Buffer.from([0b0000_0110]), 1), // keyCertSign, cRLSign
  person: bits(Buffer.from([0b1100_0000]), 6), // digitalSignature, nonRepudiation
};

/** An X.509 v3 certificate for a test or demonstration authority. node-forge cannot certify EC keys, hence our own. */
export const makeCertificate = (request: CertificateRequest): X509Certificate => {
  const { subject, publicKey, serial, from, until, kind, issuer } = request;
  const algorithm = signatureAlgorithm(issuer.key);
  const fields = sequence(
    tagged(0, integer(2)),
    // positive and of full length whatever the random bytes are
    bigInteger(Buffer.concat([Buffer.from([0x40 | ((serial[0] ?? 0) & 0x3f)]), serial.subarray(1)])),
    algorithm,
    distinguishedName(issuer.subject),
    sequence(time(from), time(until)),
    distinguishedName(subject),
    decode(publicKey.export({ type: 'spki', format: 'der' })),
    tagged(3, sequence(...extensions(kind, publicKey, createPublicKey(issuer.key)))),
  );
  const signature = sign('sha256', encode(fields), issuer.key);
  return new X509Certificate(encode(sequence(fields, algorithm, bits(signature))));
};

const extensions = (kind: CertificateRequest['kind'], own: KeyObject, issuer: KeyObject): Asn1[] => {
  const extension = (type: string, value: Asn1, critical: boolean): Asn1 =>
    sequence(oid(type), ...(critical ? [truth()] : []), octets(encode(value)));
  return [
    extension(oids.basicConstraints, kind === 'authority' ? sequence(truth()) : sequence(), true),
    extension(oids.keyUsage, keyUsages[kind], true),
    extension(oids.subjectKeyIdentifier, octets(keyId(own)), false),
    extension(oids.authorityKeyIdentifier, sequence(taggedBytes(0, keyId(issuer))), false),
  ];
};

/** RFC 5280, 4.2.1.2, method 1: over the bits of the key alone. */
const keyId = (key: KeyObject): Buffer => {
  const [, keyBits] = childrenOf(decode(key.export({ type: 'spki', format: 'der' })));
  return createHash('sha1').update(bytesOf(keyBits).subarray(1)).digest();
};

const distinguishedName = ({ organisation, commonName, id }: Subject): Asn1 => {
  const part = (type: string, value: Asn1): Asn1 => setOf(sequence(oid(type), value));
  return sequence(
    part(oids.country, printable('PL')),
    part(oids.organisation, utf8(organisation)),
    part(oids.commonName, utf8(commonName)),
    ...(id === undefined ? [] : [part(oids.serialNumber, printable(id))]),
  );
};

const signatureAlgorithm = (key: KeyObject): Asn1 =>
  key.asymmetricKeyType === 'ec' ? sequence(oid(oids.ecdsaWithSha256)) : sequence(oid(oids.sha256WithRsa), nothing());
