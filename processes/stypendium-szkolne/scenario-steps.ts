import type { JsonObject } from '../language/ids.ts';
import type { ScenarioStep } from '../language/scenario.ts';
import { application } from './sample.ts';

const clerk = 'clerk@department' as const;

/** 823.01 zł a person: one grosz above the threshold of 2025. */
export const overThreshold: JsonObject = {
  ...application,
  members: [
    { name: 'Łucja Wzorcowa', relation: 'parent', income: 229_204 },
    { name: 'Jan Wzorcowy', relation: 'parent', income: 100_000 },
    { name: 'Zofia Wzorcowa', relation: 'pupil', income: 0 },
    { name: 'Staś Wzorcowy', relation: 'sibling', income: 0 },
  ],
};

export const schoolConfirms: ScenarioStep = {
  complete: 'schoolCheck',
  as: 'secretary@unit',
  data: { enrolled: 'yes', registeredClass: '4b', schoolRemarks: null },
};
export const complete = (more: JsonObject = {}): ScenarioStep => ({
  complete: 'formalCheck',
  as: clerk,
  data: { formalResult: 'complete', ...more },
});
export const call: ScenarioStep[] = [
  {
    complete: 'formalCheck',
    as: clerk,
    data: { formalResult: 'incomplete', missing: ['household'], missingNote: 'Brakuje dochodu taty.' },
  },
  { complete: 'callSignature', as: clerk, sign: true },
];
export const supplement = (more: JsonObject = {}): ScenarioStep => ({
  complete: 'supplement',
  as: 'applicant@case',
  data: { supplementFiles: [], supplementNote: 'Przesyłam brakujące dane.', correctHousehold: 'no', ...more },
});
export const expiry = (callDeliveredOn: string, callResult: 'leave' | 'wait'): ScenarioStep => ({
  complete: 'callExpiry',
  as: clerk,
  data: { callDeliveredOn, callResult },
});
export const propose = (monthlyAmount: number, months = 10): ScenarioStep => ({
  complete: 'proposal',
  as: clerk,
  data: { verdict: 'grant', monthlyAmount, months, fromMonth: '09.2026', justification: null },
});
export const proposeRefusal: ScenarioStep = {
  complete: 'proposal',
  as: clerk,
  data: { verdict: 'refuse', justification: null },
};
export const sign: ScenarioStep[] = [
  { complete: 'clerkSignature', as: clerk, sign: true },
  { complete: 'directorSignature', as: 'director@department', sign: true },
];
export const deliver = (deliveredOn: string): ScenarioStep => ({
  complete: 'delivery',
  as: clerk,
  data: { deliveredOn, deliveryWay: 'electronic' },
});

type Invoice = { invoiceNumber: string; issuedOn: string; category: string; amount: number };
export const settle = (invoices: Invoice[], closing: 'yes' | 'no' = 'no'): ScenarioStep => ({
  complete: 'settlement',
  as: clerk,
  data: { invoices, closing },
});
export const invoice = (
  invoiceNumber: string,
  amount: number,
  category = 'textbooks',
  issuedOn = '2026-09-05',
): Invoice => ({
  invoiceNumber,
  issuedOn,
  category,
  amount,
});
