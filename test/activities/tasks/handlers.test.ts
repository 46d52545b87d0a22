import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createActivities } from '../../../activities/index.ts';
import type { Mail } from '../../../activities/tasks/mailer.ts';
import type { HandlerDeps } from '../../../activities/tasks/handler.ts';
import { StoreUnavailable } from '../../../activities/store/unavailable.ts';
import { systemScope } from '../../../activities/store/scope.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import type { CaseId, JsonObject, UnitId } from '../../../processes/language/ids.ts';
import type { MakeRequest } from '../../../activities/documents/ports.ts';
import { outOfReach } from '../../../workflows/contract.ts';
import type { HandlerAnswer, HandlerCall } from '../../../workflows/ports.ts';
import { createWorld } from '../../support/world.ts';
import type { World } from '../../support/world.ts';

const all = systemScope('test');
let world: World;
let caseId: CaseId;
let made: MakeRequest[];
let mails: Mail[];

let filings = 0;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  made = [];
  mails = [];
  const receipt = await world.office.submit(
    { kind: 'anonymous' },
    {
      procedureId: 'demo',
      idempotencyKey: `key-0123456789abcdef-${++filings}`,
      data: { ...request, email: 'rodzic@example.pl' },
      channel: 'web',
      attachments: [],
    },
  );
  if (!receipt.ok) throw new Error(`Expected a case but ${JSON.stringify(receipt)}`);
  caseId = receipt.value.caseId;
});

const request: JsonObject = {
  pupilFirstName: 'Jaś',
  pupilLastName: 'Żółty',
  school: 'sp-1',
  purpose: 'bilet miesięczny',
};
const run = (call: Partial<HandlerCall>, deps: Partial<HandlerDeps> = {}): Promise<HandlerAnswer> =>
  createActivities({
    engine: world.engine,
    maker: {
      make: async (asked) => {
        made.push(asked);
        return ok(Buffer.from(`%PDF-1.7 ${made.length}`));
      },
    },
    mailer: { send: async (mail) => void mails.push(mail) },
    clock: world.clock,
    random: world.random,
    baseUrl: 'https://obieg.example',
    verificationSecret: 'v'.repeat(32),
    ...deps,
    store: { ...world.store, ...deps.store },
  }).runHandler({
    caseId,
    procedureId: 'demo',
    unit: 'sp-1' as UnitId,
    instance: '7',
    element: 'step',
    handler: 'makeDocument',
    input: {},
    headers: { document: 'certificate' },
    ...call,
  });

describe('makeDocument', () => {
  test('makes the document of the definition with its fields, code and address', async () => {
    const answer = await run({ input: { purpose: 'bilet' } });
    const [document] = await world.store.documents.ofCase(all, caseId);
    expect(answer).toEqual({ kind: 'completed', output: { certificateDocument: document?._id } });
    expect(document).toMatchObject({
      kind: 'certificate',
      madeBy: 'step.7',
      element: 'step',
      unit: 'sp-1',
      mime: 'application/pdf',
      signatureFields: [{ field: 'director', order: 1 }],
      verificationCode: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
    });
    expect(made[0]).toMatchObject({
      data: { purpose: 'bilet' },
      title: 'Zaświadczenie',
      template: expect.stringContaining('obieg.typ'),
      verification: {
        code: document?.verificationCode,
        url: `https://obieg.example/verify/${document?.verificationCode}`,
      },
    });
    const record = await world.store.record.ofCase(all, caseId);
    expect(record.at(-1)).toMatchObject({ action: 'documentMade', actor: 'system:worker', element: 'step' });
  });

  test('called again for the same instance makes nothing and answers the same', async () => {
    const first = await run({});
    expect(await run({})).toEqual(first);
    expect(made).toHaveLength(1);
    expect(await run({ instance: '8' })).not.toEqual(first);
  });

  test('gives the template what the input calls data, when it does', async () => {
    await run({ input: { data: { only: 'this' }, more: 1 } });
    expect(made[0]?.data).toEqual({ only: 'this' });
  });

  test('raises an incident at once when no retry can help', async () => {
    await expect(run({ headers: { document: 'unknown' } })).rejects.toMatchObject({ nonRetryable: true });
    await expect(run({ headers: {} })).rejects.toMatchObject({
      nonRetryable: true,
      message: expect.stringMatching(/headers.*document/),
    });
    const broken = { make: async () => fail('expressionFailed', { detail: 'line 3' }) };
    await expect(run({}, { maker: broken })).rejects.toMatchObject({
      nonRetryable: true,
      message: expect.stringContaining('line 3'),
    });
    await expect(run({ handler: 'nobody' })).rejects.toMatchObject({ nonRetryable: true });
  });
});

const letter = {
  handler: 'notifyApplicant',
  headers: {
    'subject.pl': 'Sprawa {number}',
    'subject.en': 'Case {number}',
    'subject.uk': 'Справа {number}',
    'body.pl': 'Przyznano {amount} zł{missing}.',
    'body.en': 'Granted {amount}.',
    'body.uk': 'Надано {amount}.',
  },
  input: { amount: 12 },
};

describe('notifyApplicant', () => {
  test('keeps the letter in three languages with values in their places, and mails it', async () => {
    await run(letter);
    const file = await world.store.cases.find(all, caseId);
    const [kept] = await world.store.messages.ofCase(all, caseId);
    expect(kept).toMatchObject({
      subject: { pl: `Sprawa ${file?.number}`, en: `Case ${file?.number}`, uk: `Справа ${file?.number}` },
      body: { pl: 'Przyznano 12 zł.' },
      to: 'rodzic@example.pl',
      state: 'sent',
    });
    expect(mails).toEqual([
      { id: `${caseId}.7`, to: 'rodzic@example.pl', subject: `Sprawa ${file?.number}`, text: 'Przyznano 12 zł.' },
    ]);
  });

  test('called again neither writes nor mails twice', async () => {
    await run(letter);
    await run(letter);
    expect(mails).toHaveLength(1);
    expect(await world.store.messages.ofCase(all, caseId)).toHaveLength(1);
  });

  test('keeps the letter when the mail server is down, and mails it at the next attempt', async () => {
    const down = { send: () => Promise.reject(new Error('connection refused')) };
    await expect(run(letter, { mailer: down })).rejects.toThrow('connection refused');
    expect(await world.store.messages.ofCase(all, caseId)).toMatchObject([{ state: 'stored' }]);
    await run(letter);
    expect(await world.store.messages.ofCase(all, caseId)).toMatchObject([{ state: 'sent' }]);
    expect(mails).toHaveLength(1);
  });

  test('without an address or a mail server keeps it for the stage page', async () => {
    await run({ ...letter, input: { email: 'no address' } });
    expect(await world.store.messages.ofCase(all, caseId)).toMatchObject([{ state: 'stored' }]);
    expect(mails).toHaveLength(0);
  });
});

test('a store that is out of reach is told as such, so that the engine waits instead of raising an incident', async () => {
  const find = () => Promise.reject(new StoreUnavailable(new Error('no primary')));
  const store = { ...world.store, cases: { ...world.store.cases, find } };
  await expect(run({}, { store })).rejects.toMatchObject({ type: outOfReach, nonRetryable: true });
});
