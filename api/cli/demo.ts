import type { Config } from '../../activities/config.ts';
import { systemClock, systemRandom } from '../../activities/clock.ts';
import { demoSigners } from '../../activities/demo-city/seed.ts';
import { ensureDemoPki } from '../../activities/signatures/demo-pki.ts';

/** Keys for those who sign in the demo city. The director's is RSA, the others' P-256: both kinds stay exercised. */
export const makeDemoKeys = (config: Config): Promise<void> =>
  ensureDemoPki({
    folder: config.keyFolder,
    organisation: 'Urząd Miasta Przykładowo',
    people: demoSigners.map(({ id, name }) => ({ id, name, algorithm: id === 'director-wydzial' ? 'rsa' : 'ec' })),
    clock: systemClock,
    random: systemRandom,
  });
