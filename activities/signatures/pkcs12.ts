import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../processes/language/failure.ts';

/** What a PKCS#12 file holds, as DER. */
export type Pkcs12Contents = { key: Uint8Array; certificates: Uint8Array[] };
export type SigningKey = {
  key: KeyObject;
  certificate: X509Certificate;
  /** the other certificates of the file */ others: X509Certificate[];
};

/** Workers take no TypeScript by themselves. */
const boot = `
  const { workerData } = require('node:worker_threads');
  import(workerData.loader).then(({ register }) => { register(); return import(workerData.program); });
`;

/**
 * Opens a PKCS#12 file of any common kind, RSA or EC. Deriving its keys takes a third of a second in JavaScript, so it
 * happens in a thread of its own. Failure: `signatureRefused` with `keyUnreadable` (wrong password, damaged, no key).
 */
export const openPkcs12 = async (file: Buffer, password: string): Promise<Result<SigningKey>> => {
  const unreadable = fail('signatureRefused', {
    detail: 'the key file cannot be opened',
    problems: [{ at: 'key', code: 'keyUnreadable' }],
  });
  try {
    const contents = await parsedInThread(file, password);
    if (contents === undefined) return unreadable;
    const key = createPrivateKey({ key: Buffer.from(contents.key), format: 'der', type: 'pkcs8' });
    const certificates = contents.certificates.map((der) => new X509Certificate(der));
    const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
    if (certificate === undefined) return unreadable;
    return ok({ key, certificate, others: certificates.filter((other) => other !== certificate) });
  } catch {
    return unreadable;
  }
};

const parsedInThread = (file: Buffer, password: string): Promise<Pkcs12Contents | undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(boot, {
      eval: true,
      execArgv: [],
      workerData: {
        loader: import.meta.resolve('tsx/esm/api'),
        program: new URL('pkcs12-thread.ts', import.meta.url).href,
        file,
        password,
      },
    });
    worker.once('message', (contents: Pkcs12Contents | undefined) => resolve(contents));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('Expected the contents of a key file but the thread ended without')));
  });
