import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '../../processes/language/case.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import { newVisitor } from './http-client.ts';
import type { Answer, Visitor } from './http-client.ts';

export type Filed = { number: string; code: string; state: 'started' | 'processing' };

/** Somebody of the demo city, signed in. */
export async function signedIn(base: string, person: string): Promise<Visitor> {
  const visitor = newVisitor(base);
  await visitor.signIn(person);
  return visitor;
}

/** Files an application as a parent without an account; the same name again is the same filing. */
export async function file(base: string, procedure: string, data: JsonObject, named: string): Promise<Filed> {
  const answer = await newVisitor(base).send(
    `/applications/${procedure}`,
    { data },
    { headers: { 'Idempotency-Key': idempotencyKey(named) } },
  );
  expectStatus(answer, 201);
  return answer.json as Filed;
}

const idempotencyKey = (named: string): string => createHash('sha256').update(named).digest('base64url');

/** A case as an office sees it. */
export async function caseOf(visitor: Visitor, number: string): Promise<CaseView> {
  const list = await visitor.read(`/cases?text=${encodeURIComponent(number)}`);
  expectStatus(list, 200);
  const row = (list.json as { rows: { id: string; number: string }[] }).rows.find((each) => each.number === number);
  if (!row) throw new Error(`Expected case ${number} in the list, but it is not there`);
  const answer = await visitor.read(`/cases/${row.id}`);
  expectStatus(answer, 200);
  return (answer.json as { case: CaseView }).case;
}

type Work = { element: string; data?: JsonObject; sign?: true };

/** How a task that was sent ended: done now, or done before by an attempt whose answer was lost. */
export type Done = 'now' | 'before';

/**
 * Does a task like a patient person: waits for it to appear, and tries again when the answer is lost or the office says
 * "try again later". Every attempt but the last leaves everything as it was, or completes the task exactly once.
 */
export async function work(visitor: Visitor, number: string, { element, data = {}, sign }: Work): Promise<Done> {
  let tried = false;
  for (let attempt = 0; attempt < 240; attempt++) {
    try {
      const found = await caseOf(visitor, number);
      const task = found.tasks.find((each) => each.element === element);
      if (!task && tried && found.steps.find((step) => step.element === element)?.state === 'done') return 'before';
      if (task) {
        if (sign) await signDocument(visitor, task.id);
        tried = true;
        const answer = await visitor.send(`/tasks/${task.id}`, { data });
        if (answer.status === 200) return 'now';
        if (answer.status < 500 && !/taskClosed/.test(answer.text)) expectStatus(answer, 200);
      }
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await sleep(250);
  }
  throw new Error(`Expected ${element} of ${number} to be done within a minute, but it is not`);
}

async function signDocument(visitor: Visitor, taskId: string): Promise<void> {
  const answer = await visitor.read(`/tasks/${taskId}`);
  expectStatus(answer, 200);
  const { task } = answer.json as {
    task: { signature?: { signed: boolean; document: { revisions: { sha256: string }[] } } };
  };
  if (!task.signature) throw new Error(`Expected task ${taskId} to demand a signature, but it does not`);
  if (task.signature.signed) return;
  const expectedHead = task.signature.document.revisions.at(-1)?.sha256;
  expectStatus(await visitor.send(`/tasks/${taskId}/signature`, { expectedHead }), 200);
}

class WrongStatus extends Error {
  override readonly name = 'WrongStatus';
  readonly status: number;
  constructor({ status, url, text }: Answer, expected: number) {
    super(`Expected ${expected} from ${url}, but got ${status}: ${text.slice(0, 500)}`);
    this.status = status;
  }
}

const expectStatus = (answer: Answer, expected: number): void => {
  if (answer.status !== expected) throw new WrongStatus(answer, expected);
};

/** The server is away or says that it is not ready: a person tries again. Errors of `fetch` are of another realm under jest. */
const isPassing = (error: unknown): boolean =>
  error instanceof WrongStatus
    ? error.status >= 500
    : ['TypeError', 'TimeoutError', 'AbortError'].includes((error as Error).name);
