import type { Scenario } from '../language/scenario.ts';
import { application } from './sample.ts';
import * as steps from './scenario-steps.ts';

const { call, complete, expiry, propose, schoolConfirms, sign, supplement } = steps;
const startedAt = '2026-09-10T08:00:00.000Z';

/** An application that is not complete: art. 64 § 2 KPA. */
export const expiredScenarios: Scenario[] = [
  {
    title: 'Called to complete, the parent corrects the incomes within 7 days and the case goes on with them',
    startedAt,
    start: steps.overThreshold,
    steps: [
      schoolConfirms,
      ...call,
      { wait: 'P7D' },
      supplement({
        correctHousehold: 'yes',
        members: [
          { name: 'Łucja Wzorcowa', relation: 'parent', income: 82_300 },
          { name: 'Zofia Wzorcowa', relation: 'pupil', income: 0 },
        ],
        alimonyPaid: null,
      }),
      complete(),
      propose(24_800),
      ...sign,
    ],
    expect: {
      outcome: 'open',
      open: ['delivery'],
      variables: { incomeTotal: 82_300, persons: 2, ratePercent: 200, finding: 'met' },
    },
  },
  {
    title: 'Called twice: what the parent sent was not yet everything',
    startedAt,
    start: application,
    steps: [
      schoolConfirms,
      ...call,
      supplement(),
      ...call,
      supplement({ supplementNote: 'Reszta danych.' }),
      complete(),
    ],
    expect: { outcome: 'open', open: ['proposal'], stages: ['submitted', 'school', 'department', 'deciding'] },
  },
  {
    title: 'Nothing comes within 7 days of delivery: the application is left without examination, by a signed notice',
    startedAt,
    start: application,
    steps: [
      schoolConfirms,
      ...call,
      { wait: 'P8D' },
      expiry('2026-09-10', 'leave'),
      { complete: 'leavingSignature', as: 'clerk@department', sign: true },
    ],
    expect: {
      outcome: 'leftWithoutExamination',
      stages: ['submitted', 'school', 'department', 'closing'],
      variables: { callDueOn: '2026-09-17' },
    },
  },
  {
    title: 'The call was delivered later than it was sent: the parent keeps the whole term, counted from delivery',
    startedAt,
    start: application,
    steps: [schoolConfirms, ...call, { wait: 'P8D' }, expiry('2026-09-14', 'wait'), { wait: 'P2D' }, supplement()],
    expect: { outcome: 'open', open: ['formalCheck'], variables: { callDueOn: '2026-09-21', formalResult: null } },
  },
  {
    title: 'The clerk cannot leave the application without examination while the term counted from delivery runs',
    startedAt,
    start: application,
    steps: [schoolConfirms, ...call, { wait: 'P8D' }, expiry('2026-09-14', 'leave')],
    expect: { outcome: 'open', open: ['supplement'], variables: { callDueOn: '2026-09-21', callExpired: false } },
  },
];
