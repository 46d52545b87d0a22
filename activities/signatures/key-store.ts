import { readFile, stat } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { PersonId } from '../../processes/language/ids.ts';
import { fail, type Result } from '../../processes/language/failure.ts';
import { openPkcs12, type SigningKey } from './pkcs12.ts';

/** Where the signing keys of people lie. Failure of `find`: `signatureRefused` with `noKey` or `keyUnreadable`. */
export type KeyStore = {
  holds(person: PersonId): Promise<boolean>;
  find(person: PersonId): Promise<Result<SigningKey>>;
};

export const passwordFile = 'password';
export const authorityFile = 'authority.pem';
export const keyFile = (person: string): string => `${person}.p12`;
/** Ids become file names: nothing that could leave the folder. */
const plainId = /^[\w-]{1,100}$/;

/** A folder with `<person>.p12` for each person, `password` for all of them and `authority.pem`. Each file is opened once, and again when it changed. */
export const folderKeyStore = (folder: string): KeyStore => {
  const opened = new Map<PersonId, { changed: number; key: Promise<Result<SigningKey>> }>();
  const changedAt = async (person: PersonId): Promise<number | undefined> => {
    if (!plainId.test(person)) return undefined;
    return stat(join(folder, keyFile(person))).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
  };
  const open = async (person: PersonId): Promise<Result<SigningKey>> => {
    const [file, password] = await Promise.all([
      readFile(join(folder, keyFile(person))),
      readFile(join(folder, passwordFile), 'utf8'),
    ]);
    return openPkcs12(file, password.trim());
  };
  return {
    holds: async (person) => (await changedAt(person)) !== undefined,
    find: async (person) => {
      const changed = await changedAt(person);
      if (changed === undefined)
        return fail('signatureRefused', {
          detail: 'no key for this person',
          problems: [{ at: 'signer', code: 'noKey' }],
        });
      let entry = opened.get(person);
      if (entry?.changed !== changed) {
        entry = { changed, key: open(person) };
        opened.set(person, entry);
        // a file that could not be read this time is read again the next
        entry.key.catch(() => opened.delete(person));
      }
      return entry.key;
    },
  };
};

/** The anchors of trust in a folder of keys. */
export const readTrust = async (folder: string): Promise<X509Certificate[]> => {
  const pem = await readFile(join(folder, authorityFile), 'utf8');
  return (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (one) => new X509Certificate(one),
  );
};
