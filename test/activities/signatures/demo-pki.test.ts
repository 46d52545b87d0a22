import { execFileSync } from 'node:child_process';
import type { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ensureDemoPki } from '../../../activities/signatures/demo-pki.ts';
import { folderKeyStore, readTrust } from '../../../activities/signatures/key-store.ts';
import { openPkcs12 } from '../../../activities/signatures/pkcs12.ts';
import { testWith } from '../../support/outside-tool.ts';
import { clerk, director, pkiOf } from './demo-city.ts';

/** Keys are made afresh, on machines that may be busy. */
const slow = 120_000;
let folder: string;
let anchor: X509Certificate;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'obieg-pki-')), 'keys');
  await ensureDemoPki(pkiOf(folder));
  const [first] = await readTrust(folder);
  if (!first) throw new Error('Expected an anchor of trust');
  anchor = first;
}, slow);
const opened = async (id: typeof clerk.id) => {
  const key = await folderKeyStore(folder).find(id);
  if (!key.ok) throw new Error(`Expected a key but got ${key.detail}`);
  return key.value;
};

describe('the demonstration authority', () => {
  test('is a self-signed RSA-3072 authority of the organisation', () => {
    expect(anchor.ca).toBe(true);
    expect(anchor.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 3072 });
    expect(anchor.verify(anchor.publicKey)).toBe(true);
    expect(anchor.subject).toContain('O=Miasto Przykładowo');
  });

  test('gives people P-256 and RSA keys in turn, under their names and ids', async () => {
    const [ec, rsa] = await Promise.all([opened(clerk.id), opened(director.id)]);
    expect([ec.key.asymmetricKeyType, rsa.key.asymmetricKeyType]).toEqual(['ec', 'rsa']);
    for (const [{ certificate }, person] of [[ec, clerk] as const, [rsa, director] as const]) {
      expect(certificate.subject).toContain(`CN=${person.name}`);
      expect(certificate.subject).toContain(`serialNumber=${person.id}`);
      expect(certificate.ca).toBe(false);
      expect(certificate.checkIssued(anchor) && certificate.verify(anchor.publicKey)).toBe(true);
      expect(new Date(certificate.validFrom) < new Date('2026-11-01T08:00:00Z')).toBe(true);
    }
    expect(ec.certificate.serialNumber).not.toBe(rsa.certificate.serialNumber);
  });

  test('keeps its files to their owner', async () => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  test('changes nothing when asked again, and makes only what is missing', async () => {
    const before = await readFile(join(folder, `${clerk.id}.p12`));
    await rm(join(folder, `${director.id}.p12`));
    await ensureDemoPki(pkiOf(folder));
    expect((await readFile(join(folder, `${clerk.id}.p12`))).equals(before)).toBe(true);
    expect((await opened(director.id)).certificate.verify(anchor.publicKey)).toBe(true);
    expect((await readTrust(folder))[0]?.fingerprint256).toBe(anchor.fingerprint256);
  });

  testWith('openssl')('writes key files and certificates that OpenSSL reads', () => {
    for (const { id } of [clerk, director]) {
      const pem = execFileSync(
        'openssl',
        ['pkcs12', '-in', join(folder, `${id}.p12`), '-passin', `file:${join(folder, 'password')}`, '-nodes'],
        { encoding: 'utf8' },
      );
      expect(pem).toContain('PRIVATE KEY');
      const text = execFileSync('openssl', ['x509', '-noout', '-text', '-purpose'], { encoding: 'utf8', input: pem });
      expect(text).toContain('Digital Signature, Non Repudiation');
      expect(text).toContain('CA:FALSE');
    }
  });
});

describe('a key file', () => {
  test.each(['wrong password', ''])(
    'that does not open with "%s" is refused without a reason to guess from',
    async (password) => {
      expect(await openPkcs12(await readFile(join(folder, `${clerk.id}.p12`)), password)).toMatchObject({
        ok: false,
        failure: 'signatureRefused',
        problems: [{ code: 'keyUnreadable' }],
      });
    },
  );

  test('that is no key file is refused', async () => {
    expect(await openPkcs12(Buffer.from('nie klucz'), 'x')).toMatchObject({ ok: false, failure: 'signatureRefused' });
  });

  testWith('openssl')('that OpenSSL wrote opens too', async () => {
    const password = join(folder, 'password');
    const source = join(folder, `${clerk.id}.p12`);
    const pem = join(folder, 'other.pem');
    const other = join(folder, 'other.p12');
    execFileSync('openssl', ['pkcs12', '-in', source, '-passin', `file:${password}`, '-nodes', '-out', pem]);
    execFileSync('openssl', ['pkcs12', '-export', '-in', pem, '-out', other, '-passout', `file:${password}`]);
    const key = await openPkcs12(await readFile(other), (await readFile(password, 'utf8')).trim());
    expect(key.ok && key.value.certificate.subject).toContain(clerk.name);
  });

  test('is opened in a thread: the event loop keeps turning', async () => {
    const opening = { done: false };
    const found = folderKeyStore(folder)
      .find(director.id)
      .finally(() => (opening.done = true));
    let turns = 0;
    while (!opening.done) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect((await found).ok).toBe(true);
    // opened in this thread it takes a handful of turns, most of the time spent in one of them
    expect(turns).toBeGreaterThan(200);
  });

  test('is opened once, and again when it changed', async () => {
    const store = folderKeyStore(folder);
    const [one, two] = await Promise.all([store.find(clerk.id), store.find(clerk.id)]);
    expect(one).toBe(two);
    const file = join(folder, `${clerk.id}.p12`);
    const bytes = await readFile(file);
    await writeFile(file, Buffer.from('uszkodzony'));
    expect(await store.find(clerk.id)).toMatchObject({ ok: false, failure: 'signatureRefused' });
    await writeFile(file, bytes);
    expect(await store.find(clerk.id)).toMatchObject({ ok: true });
  });
});
