import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { Visitor } from '../support/http-client.ts';
import { newVisitor } from '../support/http-client.ts';

/** Cases of the template procedure, worked on over HTTP by one secretary. */
export type Office = {
  /** files a case and waits until its first task is open; answers that task's id */
  fileOpen(): Promise<string>;
  complete(task: string): Promise<void>;
  /** the id of the case's workflow in Temporal */
  workflowOf(task: string): string;
};

const request: JsonObject = {
  pupilFirstName: 'Jaś',
  pupilLastName: 'Żółty',
  school: 'sp-1',
  purpose: 'bilet',
  email: null,
};
const rejected = { verdict: 'reject', rejectionReason: 'Osoba nie jest uczniem szkoły.' };

export function openOffice(base: string, secretary: Visitor): Office {
  const parent = newVisitor(base);
  let filed = 0;
  let instance: string | undefined;

  const caseId = async (number: string): Promise<string> => {
    const list = await secretary.read(`/cases?text=${encodeURIComponent(number)}`);
    const row = (list.json as { rows: { id: string; number: string }[] }).rows.find((each) => each.number === number);
    if (!row) throw new Error(`Expected case ${number} in the list, but it is not there`);
    return row.id;
  };
  /** The number of the first task's instance is the same in every case of a model: learnt from the first one. */
  const firstTask = async (id: string): Promise<string> => {
    for (let i = 0; instance === undefined && i < 200; i++) {
      const found = await secretary.read(`/cases/${id}`);
      const [task] = (found.json as { case: { tasks: { id: string }[] } }).case.tasks;
      instance = task?.id.split('.').at(-1);
      if (instance === undefined) await sleep(50);
    }
    return `${id}.${instance}`;
  };
  const open = async (task: string): Promise<void> => {
    for (let i = 0; i < 1000; i++) {
      if ((await secretary.read(`/tasks/${task}`)).status === 200) return;
      await sleep(20);
    }
    throw new Error(`Expected task ${task} to open, but it did not`);
  };
  return {
    async fileOpen() {
      filed += 1;
      const key = createHash('sha256').update(`${base} ${filed} ${process.pid}`).digest('base64url');
      // Each filing from an address of its own: one parent is not allowed hundreds.
      const address = `10.${(filed >> 16) & 255}.${(filed >> 8) & 255}.${filed & 255}`;
      const headers = { 'Idempotency-Key': key, 'X-Forwarded-For': address };
      const answer = await parent.send('/applications/demo', { data: request }, { headers });
      if (answer.status !== 201)
        throw new Error(`Expected a filing, but got ${answer.status}: ${answer.text.slice(0, 300)}`);
      const task = await firstTask(await caseId((answer.json as { number: string }).number));
      await open(task);
      return task;
    },
    async complete(task) {
      const answer = await secretary.send(`/tasks/${task}`, { data: rejected });
      if (answer.status !== 200)
        throw new Error(`Expected ${task} to be completed, but got ${answer.status}: ${answer.text.slice(0, 300)}`);
    },
    workflowOf: (task) => `case-${task.split('.')[0]}`,
  };
}
