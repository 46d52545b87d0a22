import { parentPort, workerData } from 'node:worker_threads';
import forge from 'node-forge';
import { z } from 'zod';
import { encode } from './asn1.ts';
import type { Pkcs12Contents } from './pkcs12.ts';

/** Runs in a thread: answers with the key and certificates of the file, or with nothing when it cannot be opened. */
const input = z.object({ file: z.instanceof(Uint8Array), password: z.string() });
const { pki, pkcs12, asn1, util } = forge;

const contentsOf = (file: Uint8Array, password: string): Pkcs12Contents | undefined => {
  const store = pkcs12.pkcs12FromAsn1(asn1.fromDer(util.createBuffer(Buffer.from(file).toString('binary'))), password);
  const bags = store.safeContents.flatMap(({ safeBags }) => safeBags);
  const keys = bags.filter(({ type }) => type === pki.oids['pkcs8ShroudedKeyBag'] || type === pki.oids['keyBag']);
  const certificates = bags.filter(({ type }) => type === pki.oids['certBag']);
  const [first] = keys;
  if (first === undefined) return undefined;
  return {
    // forge understands RSA keys itself and hands everything else on as it stood
    key: encode(first.key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(first.key)) : first.asn1),
    certificates: certificates.map((bag) => encode(bag.cert ? pki.certificateToAsn1(bag.cert) : bag.asn1)),
  };
};

const answer = (): Pkcs12Contents | undefined => {
  try {
    const { file, password } = input.parse(workerData);
    return contentsOf(file, password);
  } catch {
    return undefined;
  }
};
parentPort?.postMessage(answer(), []);
