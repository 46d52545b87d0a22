import type { JsonObject } from '../language/ids.ts';
import type { Scenario } from '../language/scenario.ts';

const start: JsonObject = {
  pupilFirstName: 'Jaś',
  pupilLastName: 'Żółty',
  school: 'sp-1',
  purpose: 'złożenie wniosku o bilet miesięczny',
  email: null,
};

export const scenarios: Scenario[] = [
  {
    title: 'The school issues the certificate and its head signs it',
    startedAt: '2026-11-23T09:00:00.000Z',
    start,
    steps: [
      { complete: 'review', as: 'secretary@unit', data: { verdict: 'issue', className: '1a' } },
      { complete: 'directorSignature', as: 'director@unit', sign: true },
    ],
    expect: {
      outcome: 'issued',
      stages: ['submitted', 'review', 'signature', 'closed'],
      variables: { className: '1a' },
    },
  },
  {
    title: 'The school rejects the request',
    startedAt: '2026-11-23T09:00:00.000Z',
    start,
    steps: [
      {
        complete: 'review',
        as: 'secretary@unit',
        data: { verdict: 'reject', rejectionReason: 'Osoba nie jest uczniem szkoły.' },
      },
    ],
    expect: { outcome: 'rejected', stages: ['submitted', 'review', 'closed'] },
  },
];
