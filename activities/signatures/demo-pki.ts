import { generateKeyPair, type KeyObject, type X509Certificate } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PersonId } from '../../processes/language/ids.ts';
import type { Clock, Random } from '../clock.ts';
import { makeCertificate, type Subject } from './certificate.ts';
import { authorityFile, keyFile, passwordFile } from './key-store.ts';
import { openPkcs12 } from './pkcs12.ts';
import { pkcs12File } from './pkcs12-file.ts';

export type KeyAlgorithm = 'ec' | 'rsa';
export type DemoSigner = {
  id: PersonId;
  name: string;
  /** P-256 and RSA-3072 in turn when absent */ algorithm?: KeyAlgorithm;
};
export type DemoPkiOptions = {
  folder: string;
  organisation: string;
  people: DemoSigner[];
  clock: Clock;
  random: Random;
};

const generate = promisify(generateKeyPair);
const newKey = async (algorithm: KeyAlgorithm): Promise<{ privateKey: KeyObject; publicKey: KeyObject }> =>
  algorithm === 'ec' ? generate('ec', { namedCurve: 'P-256' }) : generate('rsa', { modulusLength: 3072 });

const year = 365 * 86_400_000;
const authorityYears = 10;
const personYears = 3;
/** Certificates begin a little earlier, for machines whose clocks are slow. */
const slowClocks = 3_600_000;

/**
 * Sees to it that the folder holds a certificate authority of the demonstration city and a key for each of these people.
 * What is there stays; what is missing, also after an interruption, is made (about a second for each RSA key). Keys are
 * encrypted with a generated password, files are readable by their owner only. Not for real signatures.
 */
export const ensureDemoPki = async (options: DemoPkiOptions): Promise<void> => {
  const { folder, people } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const missing: (DemoSigner & { algorithm: KeyAlgorithm })[] = [];
  for (const [index, person] of people.entries())
    if (!(await exists(join(folder, keyFile(person.id)))))
      missing.push({ algorithm: index % 2 === 0 ? 'ec' : 'rsa', ...person });
  if (missing.length === 0 && (await exists(join(folder, authorityFile)))) return;

  const password = await ensurePassword(options);
  const authority = await ensureAuthority(options, password);
  await Promise.all(
    missing.map(async ({ id, name, algorithm }) => {
      const { privateKey, publicKey } = await newKey(algorithm);
      const certificate = makeCertificate({
        subject: { organisation: options.organisation, commonName: name, id },
        publicKey,
        kind: 'person',
        issuer: authority,
        ...validity(options, personYears),
      });
      const file = pkcs12File(privateKey, [certificate.raw, authority.certificate.raw], password, options.random);
      await writeWhole(folder, keyFile(id), file);
    }),
  );
};

type Authority = { subject: Subject; key: KeyObject; certificate: X509Certificate };
/** The dot keeps it apart from the files of people. */
const authorityKeyFile = keyFile('authority.key');

const ensureAuthority = async (options: DemoPkiOptions, password: string): Promise<Authority> => {
  const { folder, organisation } = options;
  const subject: Subject = { organisation, commonName: `${organisation} – urząd certyfikacji (demonstracja)` };
  if (await exists(join(folder, authorityFile))) {
    const opened = await openPkcs12(await readFile(join(folder, authorityKeyFile)), password);
    if (!opened.ok) throw new Error('Expected the key of the demonstration authority but it cannot be opened');
    return { subject, key: opened.value.key, certificate: opened.value.certificate };
  }
  const { privateKey, publicKey } = await newKey('rsa');
  const certificate = makeCertificate({
    subject,
    publicKey,
    kind: 'authority',
    issuer: { subject, key: privateKey },
    ...validity(options, authorityYears),
  });
  await writeWhole(folder, authorityKeyFile, pkcs12File(privateKey, [certificate.raw], password, options.random));
  await writeWhole(folder, authorityFile, certificate.toString());
  return { subject, key: privateKey, certificate };
};

const ensurePassword = async ({ folder, random }: DemoPkiOptions): Promise<string> => {
  if (!(await exists(join(folder, passwordFile))))
    await writeWhole(folder, passwordFile, `${random(24).toString('base64url')}\n`);
  return (await readFile(join(folder, passwordFile), 'utf8')).trim();
};

const validity = ({ clock, random }: DemoPkiOptions, years: number): { serial: Buffer; from: Date; until: Date } => {
  const now = clock().getTime();
  return { serial: random(16), from: new Date(now - slowClocks), until: new Date(now + years * year) };
};

/** A file appears whole or not at all. */
const writeWhole = async (folder: string, name: string, contents: string | Buffer): Promise<void> => {
  const unfinished = join(folder, `.${name}.unfinished`);
  await writeFile(unfinished, contents, { mode: 0o600 });
  await rename(unfinished, join(folder, name));
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
