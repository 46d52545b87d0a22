import { procedures } from '../../../processes/index.ts';
import { createModels, readProcedureFolder } from '../../../activities/models/index.ts';
import { demoSigners } from '../../../activities/demo-city/seed.ts';
import { folderKeyStore } from '../../../activities/signatures/key-store.ts';
import { handlerNames, handlerWrites } from '../../../activities/tasks/index.ts';
import { localSigning } from '../../../activities/signatures/local-signing.ts';
import { readTrust } from '../../../activities/signatures/key-store.ts';
import { typstMaker } from '../../../activities/documents/typst-maker.ts';
import { start, step } from '../../../workflows/engine/step.ts';
import type { Input } from '../../../workflows/engine/contract.ts';
import type { PersonId } from '../../../processes/language/ids.ts';
import { openTasks, pendingActivities } from '../../../workflows/engine/waiting.ts';
import { sampleRequest } from '../../activities/documents/sample-request.ts';
import { milliseconds, percentile, rounded, timed } from '../statistics.ts';
import type { Bench } from '../bench.ts';

const now = '2026-11-23T12:00:00.000Z';

/** What costs the same wherever it runs: the engine alone, one document, one signature. */
export async function crafts({ quick, figures, keyFolder }: Bench): Promise<void> {
  const few = quick ? 10 : 40;
  const engine = await engineStep(quick ? 100 : 500);
  const made = await document(few);
  const ec = await signature(keyFolder, 'clerk-wydzial', few);
  const rsa = await signature(keyFolder, 'director-wydzial', few);
  const craft = (what: string, value: number, anchor: string, limit: number, digits = 1) => ({
    what,
    measured: milliseconds(value, digits),
    anchor,
    goal: `≤ ${limit} ms`,
    met: rounded(value) <= limit,
  });
  figures.push(
    craft("engine's own CPU per step", engine, 'prototype ≈ 1.6 ms (11 ms a case of 7)', 2, 3),
    craft('one decision PDF, warm', made, 'Typst alone 1–11 ms', 25),
    craft('one PAdES-B signature, P-256, warm', ec, 'prototype 1.3 ms', 10),
    craft('one PAdES-B signature, RSA-3072, warm', rsa, 'prototype 5.9 ms', 10),
  );
}

/** CPU milliseconds that the pure engine takes for one step of a case of the template procedure. */
async function engineStep(cases: number): Promise<number> {
  const { demo } = procedures;
  const bundle = demo && (await readProcedureFolder(demo));
  const compiled = bundle?.ok ? await createModels(handlerNames, handlerWrites).compile(bundle.value) : undefined;
  if (!compiled?.ok) throw new Error('Expected the template procedure to compile, but it does not');
  const { graph } = compiled.value;
  const runCase = (): number => {
    let steps = 1;
    let { state } = start(graph, { school: 'sp-1', pupilFirstName: 'Jaś', pupilLastName: 'Żółty' }, now);
    while (state.status !== 'ended') {
      const [task] = openTasks(graph, state);
      const [activity] = pendingActivities(graph, state);
      const input: Input | undefined = task
        ? {
            kind: 'taskCompleted',
            instance: task.instance,
            by: 'somebody',
            data: { verdict: 'issue', className: '1a' },
          }
        : activity && { kind: 'activityCompleted', instance: activity.instance, output: {} };
      if (!input) throw new Error('Expected the case to wait for a task or a handler, but it waits for neither');
      ({ state } = step(graph, state, input, now));
      steps += 1;
    }
    return steps;
  };
  for (let i = 0; i < cases; i++) runCase();
  const before = process.cpuUsage();
  let steps = 0;
  for (let i = 0; i < cases; i++) steps += runCase();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / steps;
}

/** Milliseconds (median, warm) of one decision document. */
async function document(times: number): Promise<number> {
  const maker = typstMaker();
  const one = async (): Promise<void> => {
    const made = await maker.make(sampleRequest);
    if (!made.ok) throw new Error(`Expected a document, but ${made.detail ?? made.failure}`);
  };
  return warmMedian(times, one);
}

/** Milliseconds (median, warm) of one signature with the key of this person. */
async function signature(keyFolder: string, person: string, times: number): Promise<number> {
  const made = await typstMaker().make(sampleRequest);
  const signer = demoSigners.find(({ id }) => id === person);
  const field = sampleRequest.signatures.toSorted((a, b) => a.order - b.order)[0]?.field;
  if (!made.ok || !signer || field === undefined)
    throw new Error('Expected a document to sign and a signer, but one is missing');
  const keyStore = folderKeyStore(keyFolder);
  const signing = localSigning({ keyStore, trust: await readTrust(keyFolder), clock: () => new Date() });
  return warmMedian(times, async () => {
    const signed = await signing.sign({
      pdf: made.value,
      field,
      signer: { id: person as PersonId, name: signer.name, role: 'Dyrektor' },
      reason: 'Decyzja',
      at: new Date().toISOString(),
    });
    if (!signed.ok) throw new Error(`Expected a signature, but ${signed.detail ?? signed.failure}`);
  });
}

async function warmMedian(times: number, one: () => Promise<void>): Promise<number> {
  for (let i = 0; i < 5; i++) await one();
  const samples: number[] = [];
  for (let i = 0; i < times; i++) samples.push(await timed(one));
  return percentile(samples, 0.5);
}
