import type { Scenario } from '../language/scenario.ts';
import { application } from './sample.ts';
import { expiredScenarios } from './scenarios-supplement.ts';
import * as steps from './scenario-steps.ts';

const { complete, deliver, invoice, propose, proposeRefusal, schoolConfirms, settle, sign } = steps;
const startedAt = '2026-09-10T08:00:00.000Z';
const allStages = ['submitted', 'school', 'department', 'deciding', 'delivery', 'closing'];
const late = { ...application, lateReason: 'Pobyt w szpitalu do 15 września.' };

export const scenarios: Scenario[] = [
  {
    title: 'Exactly 823.00 zł a person is granted; invoices are refunded up to the grant and not a grosz further',
    startedAt,
    start: application,
    steps: [
      schoolConfirms,
      complete(),
      propose(12_400),
      ...sign,
      { wait: 'P5D' },
      deliver('2026-09-15'),
      { wait: 'P20D' },
      settle([invoice('F/1', 50_000), invoice('F/2', 10_000, 'notEligible')]),
      settle([invoice('F/3', 90_000)]),
    ],
    expect: {
      outcome: 'granted',
      stages: allStages,
      variables: {
        finding: 'met',
        incomeTotal: 329_200,
        incomeLimit: 329_200,
        late: false,
        granted: 124_000,
        paid: 124_000,
        refund: 74_000,
        invoices: [],
      },
    },
  },
  {
    title: 'Exactly 823.01 zł a person is refused; the refusal is final after 14 days',
    startedAt,
    start: steps.overThreshold,
    steps: [
      schoolConfirms,
      complete(),
      proposeRefusal,
      ...sign,
      { wait: 'P5D' },
      deliver('2026-09-15'),
      { wait: 'P20D' },
    ],
    expect: { outcome: 'refused', stages: allStages, variables: { finding: 'income', verdict: 'refuse' } },
  },
  {
    title: 'A grant above the limits, for too many months, or against the criteria comes back to the clerk',
    startedAt,
    start: application,
    steps: [schoolConfirms, complete(), propose(24_801), propose(9_919), propose(24_800, 11), propose(24_800), ...sign],
    expect: { outcome: 'open', open: ['delivery'], variables: { monthlyAmount: 24_800, months: 10 } },
  },
  {
    title: 'The director returns the decision: the clerk sees why, and a new one is made and signed by both',
    startedAt,
    start: application,
    steps: [
      schoolConfirms,
      complete(),
      propose(24_800),
      ...sign.slice(0, 1),
      { message: 'zwrot', data: { reason: 'Stawka za wysoka.' } },
      propose(12_400),
      ...sign,
    ],
    expect: {
      outcome: 'open',
      open: ['delivery'],
      variables: { returnReason: 'Stawka za wysoka.', monthlyAmount: 12_400 },
    },
  },
  {
    title: 'The clerk finds a mistake in the decision and returns it before anybody signed',
    startedAt,
    start: application,
    steps: [
      schoolConfirms,
      complete(),
      propose(24_800),
      { message: 'zwrot', data: { reason: 'Literówka w uzasadnieniu.' } },
    ],
    expect: { outcome: 'open', open: ['proposal'], variables: { returnReason: 'Literówka w uzasadnieniu.' } },
  },
  {
    title: 'A pupil the school does not know cannot be granted, only refused',
    startedAt,
    start: application,
    steps: [
      {
        complete: 'schoolCheck',
        as: 'secretary@unit',
        data: { enrolled: 'no', schoolRemarks: 'Przeniesiony w czerwcu.' },
      },
      complete(),
      propose(12_400),
      proposeRefusal,
      ...sign,
    ],
    expect: { outcome: 'open', open: ['delivery'], variables: { finding: 'notEnrolled' } },
  },
  {
    title: 'Filed on 16 September with a good reason: accepted with a flag and granted',
    startedAt: '2026-09-16T08:00:00.000Z',
    start: late,
    steps: [schoolConfirms, complete({ lateJustified: 'yes' }), propose(12_400), ...sign],
    expect: { outcome: 'open', open: ['delivery'], variables: { late: true, finding: 'met' } },
  },
  {
    title: 'Filed on 16 September without a good reason: refused',
    startedAt: '2026-09-16T08:00:00.000Z',
    start: { ...application, lateReason: null },
    steps: [schoolConfirms, complete({ lateJustified: 'no' }), proposeRefusal, ...sign],
    expect: { outcome: 'open', open: ['delivery'], variables: { late: true, finding: 'late' } },
  },
  {
    title: 'When 15 September is a Sunday, as in 2024, Monday is still in time; the threshold of that year was 600 zł',
    startedAt: '2024-09-16T08:00:00.000Z',
    start: application,
    steps: [schoolConfirms, complete(), proposeRefusal, ...sign],
    expect: {
      outcome: 'open',
      open: ['delivery'],
      variables: { late: false, incomeLimit: 240_000, finding: 'income' },
    },
  },
  {
    title: 'A name and an invoice number that look like dates stay what was typed',
    startedAt,
    start: {
      ...application,
      members: [
        { name: '2026-09-01', relation: 'parent', income: 100_000 },
        { name: '2', relation: 'pupil', income: 0 },
      ],
    },
    steps: [
      schoolConfirms,
      complete(),
      propose(12_400),
      ...sign,
      { wait: 'P5D' },
      deliver('2026-09-15'),
      { wait: 'P20D' },
      settle([invoice('2026-09-05', 50_000)]),
    ],
    expect: {
      outcome: 'open',
      open: ['settlement'],
      variables: { incomeSummary: '2026-09-01: 1000,00 zł; 2: 0,00 zł', paid: 50_000 },
    },
  },
  {
    title: 'An appeal within 14 days goes to the board of appeal',
    startedAt,
    start: steps.overThreshold,
    steps: [
      schoolConfirms,
      complete(),
      proposeRefusal,
      ...sign,
      { wait: 'P5D' },
      deliver('2026-09-15'),
      { wait: 'P10D' },
      { message: 'odwolanie' },
      {
        complete: 'appealForwarding',
        as: 'clerk@department',
        data: { forwardedOn: '2026-09-22', forwardingNote: 'Organ podtrzymuje decyzję.' },
      },
    ],
    expect: { outcome: 'appealed', stages: allStages },
  },
  {
    title:
      'A paper application entered by the school secretary goes the same way; an invoice counts once; the clerk closes early',
    startedAt,
    start: { ...application, channel: 'paper', email: null, alimonyPaid: 29_200 },
    steps: [
      schoolConfirms,
      complete(),
      propose(18_600),
      ...sign,
      { wait: 'P5D' },
      deliver('2026-09-14'),
      { wait: 'P20D' },
      settle([invoice('F/1', 20_000), invoice('F/2', 5_000, 'supplies', '2026-08-31')]),
      settle(
        [invoice('F/1', 20_000), invoice('F/4', 30_000, 'sportswear'), invoice('F/4', 30_000), invoice('F/4', 1_000)],
        'yes',
      ),
    ],
    expect: {
      outcome: 'granted',
      variables: { channel: 'paper', incomeTotal: 300_000, granted: 186_000, paid: 51_000 },
    },
  },
  ...expiredScenarios,
];
