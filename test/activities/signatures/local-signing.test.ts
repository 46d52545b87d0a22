import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { folderKeyStore, readTrust } from '../../../activities/signatures/key-store.ts';
import { localSigning } from '../../../activities/signatures/local-signing.ts';
import { ok } from '../../../processes/language/failure.ts';
import type { PersonId } from '../../../processes/language/ids.ts';
import { testWith } from '../../support/outside-tool.ts';
import { hasPyHanko, pyHankoReports } from '../../support/pyhanko.ts';
import { clerk, demoCity, type DemoCity, director, requestFor, signedAt, signedBy, signedByBoth } from './demo-city.ts';
import { paintedOver } from './tampering.ts';

/** Keys are made afresh, on machines that may be busy. */
const slow = 120_000;
let city: DemoCity;
let first: Buffer;
let both: Buffer;
let file: string;
beforeAll(async () => {
  city = await demoCity();
  ({ first, both } = await signedByBoth(city));
  file = join(city.folder, 'both.pdf');
  await writeFile(file, both);
}, slow);

describe('signing a decision in turn', () => {
  test('each revision begins with exactly the bytes of the one before', () => {
    expect(first.subarray(0, city.decision.length).equals(city.decision)).toBe(true);
    expect(both.subarray(0, first.length).equals(first)).toBe(true);
  });

  test('both signatures, EC and RSA, are valid for our own verifier', async () => {
    const report = await city.signing.verify(both);
    expect(report).toMatchObject({ valid: true, changedAfterSigning: false, size: both.length });
    expect(report.signatures).toEqual([
      {
        field: 'clerk',
        signerName: clerk.name,
        organisation: 'Miasto Przykładowo',
        issuer: 'Miasto Przykładowo – urząd certyfikacji (demonstracja)',
        at: signedAt,
        level: 'B-B',
        valid: true,
        problems: [],
        coversUpTo: first.length,
      },
      expect.objectContaining({ field: 'director', signerName: director.name, valid: true, coversUpTo: both.length }),
    ]);
  });

  test('a document that waits for its second signature is valid with its first', async () => {
    expect(await city.signing.verify(first)).toMatchObject({ valid: true, changedAfterSigning: false });
  });

  test('one signature adds no more than 20 kB', () => {
    expect(first.length - city.decision.length).toBeLessThan(20_480);
    expect(both.length - first.length).toBeLessThan(20_480);
  });

  testWith('pdfsig')('pdfsig finds both valid and the names right', () => {
    const told = execFileSync('pdfsig', [file], { encoding: 'utf8' });
    expect(told.match(/Signature is Valid/g)).toHaveLength(2);
    expect(told.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
    expect(told).toContain(clerk.name);
    expect(told).toContain(director.name);
    expect(told).toContain('Total document signed');
  });

  testWith('pyHanko', hasPyHanko)('pyHanko trusts both and sees no change but the second signature', () => {
    expect(pyHankoReports(file, join(city.folder, 'authority.pem'), signedAt)).toEqual([
      expect.objectContaining({ field: 'clerk', bottomLine: true, trusted: true, changes: 'FORM_FILLING' }),
      expect.objectContaining({ field: 'director', bottomLine: true, trusted: true, coverage: 'ENTIRE_FILE' }),
    ]);
  });

  testWith('pdftotext')('the page shows name, role and local time with Polish letters', () => {
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const shown of [clerk.name, clerk.role, director.name, director.role, '23.11.2026, 13:30'])
      expect(text).toContain(shown);
  });
});

describe('what is refused', () => {
  const codes = async (request: Promise<unknown>) => {
    const refused = (await request) as { failure: string; problems: { code: string }[] };
    return [refused.failure, ...refused.problems.map(({ code }) => code)];
  };

  test('a field whose turn has not come', async () => {
    const request = requestFor(city.decision, director, 'director');
    expect(await codes(city.signing.sign(request))).toEqual(['signatureRefused', 'notItsTurn']);
  });

  test('a field that is signed already', async () => {
    expect(await codes(city.signing.sign(requestFor(first, clerk, 'clerk')))).toEqual(['conflict', 'alreadySigned']);
  });

  test('a field that nobody planned', async () => {
    const request = requestFor(city.decision, clerk, 'mayor');
    expect(await codes(city.signing.sign(request))).toEqual(['signatureRefused', 'noSuchField']);
  });

  test('bytes that are no PDF', async () => {
    const request = requestFor(Buffer.from('to nie jest PDF'), clerk, 'clerk');
    expect(await codes(city.signing.sign(request))).toEqual(['signatureRefused', 'unreadablePdf']);
  });

  test('a document changed since the first signature', async () => {
    const request = requestFor(await paintedOver(first), director, 'director');
    expect(await codes(city.signing.sign(request))).toEqual(['signatureRefused', 'changedAfterSigning']);
  });

  test.each(['stranger', '../authority', 'authority.key', ''])('a person without a key: "%s"', async (id) => {
    const signer = { ...clerk, id: id as PersonId };
    expect(await city.signing.canSign(signer.id)).toBe(false);
    const refused = codes(city.signing.sign(requestFor(city.decision, signer, 'clerk')));
    expect(await refused).toEqual(['signatureRefused', 'noKey']);
  });

  test.each(['2020-01-01T00:00:00.000Z', '2040-01-01T00:00:00.000Z'])(
    'a certificate that is not valid at %s',
    async (at) => {
      const request = { ...requestFor(city.decision, clerk, 'clerk'), at };
      expect(await codes(city.signing.sign(request))).toEqual(['signatureRefused', 'certificateExpired']);
    },
  );
});

test('a signature too large for its place gets a larger one', async () => {
  const keys = folderKeyStore(city.folder);
  const [own, other] = await Promise.all([keys.find(clerk.id), keys.find(director.id)]);
  if (!own.ok || !other.ok) throw new Error('Expected both keys');
  const others = Array.from({ length: 5 }, () => other.value.certificate);
  const signing = localSigning({
    keyStore: { ...keys, find: async () => ok({ ...own.value, others }) },
    trust: await readTrust(city.folder),
    clock: () => new Date(signedAt),
  });
  const signed = await signedBy(signing, city.decision, clerk, 'clerk');
  expect(signed.length - first.length).toBeGreaterThan(6000);
  expect(await signing.verify(signed)).toMatchObject({ valid: true });
});

describe('what people and offices are called', () => {
  test('a person with a key can sign', async () => {
    expect(await city.signing.canSign(clerk.id)).toBe(true);
  });

  test('a very long name and role are drawn, and the signature holds', async () => {
    const signer = { ...clerk, name: 'Świętopełka '.repeat(12).trim(), role: 'główny specjalista do spraw '.repeat(9) };
    const signed = await signedBy(city.signing, city.decision, signer, 'clerk');
    expect((await city.signing.verify(signed)).valid).toBe(true);
  });

  test('brackets, backslashes and letters of other scripts are only text', async () => {
    const request = {
      ...requestFor(city.decision, clerk, 'clerk'),
      reason: ') >> /Type /Evil \\ (',
      signer: { ...clerk, name: '#panic("x") Їжакевич $1 \\ )' },
    };
    const signed = await city.signing.sign(request);
    expect(signed.ok && (await city.signing.verify(signed.value.pdf)).valid).toBe(true);
  });
});

test('another city does not trust these signatures', async () => {
  const stranger = localSigning({ keyStore: folderKeyStore(city.folder), trust: [], clock: () => new Date(signedAt) });
  const report = await stranger.verify(both);
  expect(report.valid).toBe(false);
  expect(report.signatures.map(({ problems }) => problems)).toEqual([['untrusted'], ['untrusted']]);
});

test('a signature dated outside its certificate, or in the future, does not hold', async () => {
  const late = localSigning({
    keyStore: folderKeyStore(city.folder),
    trust: await readTrust(city.folder),
    clock: () => new Date('2026-11-20T00:00:00.000Z'),
  });
  expect((await late.verify(first)).signatures[0]).toMatchObject({ valid: false, problems: ['malformed'] });
});
