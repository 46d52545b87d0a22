import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { type Asn1, decode, encode, integer, nothing, octets, oid, sequence, setOf, tagged } from './asn1.ts';
import { oids } from './oids.ts';
import type { Random } from '../clock.ts';

const iterations = 2048;
/** Block length of SHA-256. */
const block = 64;
/** The purpose "MAC" of RFC 7292 appendix B.3. */
const macPurpose = 3;

/**
 * A PKCS#12 file (RFC 7292): the key under AES-256 (PBES2), the certificates in the clear, an HMAC-SHA256 over both.
 * node-forge writes RSA keys only, hence our own.
 */
export const pkcs12File = (key: KeyObject, certificates: Buffer[], password: string, random: Random): Buffer => {
  const shrouded = key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password });
  const safe = encode(
    sequence(
      data(
        sequence(
          ...certificates.map((der) =>
            bag(oids.certificateBag, sequence(oid(oids.x509Certificate), tagged(0, octets(der)))),
          ),
        ),
      ),
      data(sequence(bag(oids.keyBag, decode(shrouded)))),
    ),
  );
  const salt = random(16);
  const mac = createHmac('sha256', macKey(password, salt)).update(safe).digest();
  const digestInfo = sequence(sequence(oid(oids.sha256), nothing()), octets(mac));
  return encode(
    sequence(
      integer(3),
      sequence(oid(oids.data), tagged(0, octets(safe))),
      sequence(digestInfo, octets(salt), integer(iterations)),
    ),
  );
};

const data = (contents: Asn1): Asn1 => sequence(oid(oids.data), tagged(0, octets(encode(contents))));
const bag = (type: string, contents: Asn1): Asn1 => sequence(oid(type), tagged(0, contents), setOf());

/** RFC 7292 appendix B.2 for one block of output, which is all that a key for HMAC-SHA256 takes. */
const macKey = (password: string, salt: Buffer): Buffer => {
  const letters = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const filled = (bytes: Buffer): Buffer => Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
  let digest = Buffer.concat([Buffer.alloc(block, macPurpose), filled(salt), filled(letters)]);
  for (let round = 0; round < iterations; round += 1) digest = createHash('sha256').update(digest).digest();
  return digest;
};
