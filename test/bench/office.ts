import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { ProcedureBundle } from '../../activities/casework/office.ts';
import type { TaskRecord } from '../../activities/store/records.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { Visitor } from '../support/http-client.ts';
import { newVisitor } from '../support/http-client.ts';
import { signedIn } from '../support/office-work.ts';

/** Cases of the template procedure unless another is named, worked on over HTTP by one secretary. */
export type Office = {
  /** files a case and waits until its first task is open; answers that task's id */
  fileOpen(procedure?: string): Promise<string>;
  /** answers the tasks that are open then */
  complete(task: string, data?: JsonObject): Promise<string[]>;
  deploy(bundle: ProcedureBundle): Promise<void>;
  close(): Promise<void>;
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
/** What a procedure that only measures asks for. */
const noRequest: JsonObject = { school: 'sp-1' };
const rejected = { verdict: 'reject', rejectionReason: 'Osoba nie jest uczniem szkoły.' };

/** `mongod` is read beside the product to learn at once when a task opens: asking over HTTP again and again would be the load. */
export async function openOffice(base: string, secretary: Visitor, mongod: string): Promise<Office> {
  const parent = newVisitor(base);
  const client = await mongoose.mongo.MongoClient.connect(mongod);
  const opened = new Map<string, string>();
  const waiting = new Map<string, (task: string) => void>();
  const changes = client
    .db()
    .collection<TaskRecord>('tasks')
    .watch([{ $match: { operationType: 'insert' } }]);
  changes.on('change', (change) => {
    if (change.operationType !== 'insert') return;
    const { _id, number } = change.fullDocument;
    waiting.get(number)?.(_id);
    opened.set(number, _id);
  });
  const taskOf = (number: string): Promise<string> =>
    new Promise((resolve) => {
      const task = opened.get(number);
      if (task === undefined) waiting.set(number, resolve);
      else resolve(task);
    });
  let filed = 0;

  return {
    async fileOpen(procedure = 'demo') {
      filed += 1;
      const key = createHash('sha256').update(`${base} ${filed} ${process.pid}`).digest('base64url');
      // Each filing from an address of its own: one parent is not allowed hundreds.
      const address = `10.${(filed >> 16) & 255}.${(filed >> 8) & 255}.${filed & 255}`;
      const headers = { 'Idempotency-Key': key, 'X-Forwarded-For': address };
      const data = procedure === 'demo' ? request : noRequest;
      const answer = await parent.send(`/applications/${procedure}`, { data }, { headers });
      if (answer.status !== 201)
        throw new Error(`Expected a filing, but got ${answer.status}: ${answer.text.slice(0, 300)}`);
      return taskOf((answer.json as { number: string }).number);
    },
    async complete(task, data = rejected) {
      const answer = await secretary.send(`/tasks/${task}`, { data });
      if (answer.status !== 200)
        throw new Error(`Expected ${task} to be completed, but got ${answer.status}: ${answer.text.slice(0, 300)}`);
      return (answer.json as { open: string[] }).open;
    },
    async deploy(bundle) {
      const answer = await (await signedIn(base, 'administrator')).send('/procedures', bundle);
      if (answer.status !== 200)
        throw new Error(`Expected a deployment, but got ${answer.status}: ${answer.text.slice(0, 300)}`);
    },
    async close() {
      await changes.close();
      await client.close();
    },
    workflowOf: (task) => `case-${task.split('.')[0]}`,
  };
}
