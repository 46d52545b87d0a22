import {
  type Asn1,
  bytesOf,
  childrenOf,
  decode,
  encode,
  integer,
  isTagged,
  nothing,
  octets,
  oid,
  oidOf,
  sequence,
  setOf,
  tagged,
} from './asn1.ts';
import { oids } from './oids.ts';

/** What a detached CMS SignedData with one signer is made of. */
export type CmsParts = {
  certificates: Buffer[];
  /** IssuerAndSerialNumber of the signer's certificate, as DER */
  signer: Buffer;
  digestAlgorithm: string;
  attributes: Asn1[];
  signatureAlgorithm: string;
  signature: Buffer;
};

/**
 * Takes a signature apart. Throws unless putting the parts together again gives the very same bytes: most of the frame is
 * covered by no signature, and nothing may hide in it.
 */
export const cmsParts = (der: Buffer): CmsParts => {
  const [, wrapped] = childrenOf(decode(der));
  const content = childrenOf(childrenOf(wrapped)[0]);
  const [, digestAlgorithms, , certificates] = content;
  const [, signer, digestAlgorithm, attributes, signatureAlgorithm, signature, unsigned] = childrenOf(
    childrenOf(content.at(-1))[0],
  );
  const revocations = content.slice(4, -1);
  const framed = sequence(
    oid(oids.signedData),
    tagged(
      0,
      sequence(
        integer(1),
        setOf(...childrenOf(digestAlgorithms).map(algorithm)),
        sequence(oid(oids.data)),
        tagged(0, ...childrenOf(certificates)),
        ...revocations.filter((each) => isTagged(each, 1)),
        setOf(
          sequence(
            integer(1),
            sequence(...childrenOf(signer)),
            algorithm(digestAlgorithm),
            tagged(0, ...childrenOf(attributes)),
            algorithm(signatureAlgorithm),
            octets(bytesOf(signature)),
            ...(unsigned === undefined ? [] : [tagged(1, ...childrenOf(unsigned))]),
          ),
        ),
      ),
    ),
  );
  if (!encode(framed).equals(der))
    throw new Error('Expected a detached signature of one signer but got something else');
  const digest = oidOf(childrenOf(digestAlgorithm)[0]);
  if (!childrenOf(digestAlgorithms).some((each) => oidOf(childrenOf(each)[0]) === digest))
    throw new Error('Expected the digest to be announced but it is not');
  return {
    certificates: childrenOf(certificates).map(encode),
    signer: encode(sequence(...childrenOf(signer))),
    digestAlgorithm: digest,
    attributes: childrenOf(attributes),
    signatureAlgorithm: oidOf(childrenOf(signatureAlgorithm)[0]),
    signature: bytesOf(signature),
  };
};

/** The algorithms we know have no parameters: NULL, or nothing at all. */
const algorithm = (identifier: Asn1 | undefined): Asn1 => {
  const [name, ...parameters] = childrenOf(identifier);
  return sequence(oid(oidOf(name)), ...parameters.map(nothing));
};
