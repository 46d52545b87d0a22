import { createRequire } from 'node:module';
import { allowedEvents, executable, executableGlobalTasks } from '../../workflows/engine/compile.ts';
import { elementNotes, eventNotes, settingNotes } from './bpmn-notes.ts';

const require = createRequire(import.meta.url);
type Metamodel = { types: { name: string; isAbstract?: boolean; superClass?: string[] }[] };
const { types } = require('bpmn-moddle/resources/bpmn/json/bpmn.json') as Metamodel;

const isFlowNode = (name: string): boolean =>
  name === 'FlowNode' || (types.find((type) => type.name === name)?.superClass ?? []).some(isFlowNode);

/** Everything that the metamodel of BPMN 2.0.2 lets be drawn between sequence flows. */
const drawable = types.filter(({ name, isAbstract }) => !isAbstract && isFlowNode(name)).map(({ name }) => name);

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
const short = (type: string): string => type.replace('bpmn:', '');

const elementRows = (): string[][] =>
  executable.map((type) => {
    const note = elementNotes[type];
    if (!note) throw new Error(`Expected bpmn-notes.ts to say since when ${type} runs`);
    return [short(type), `format ${note.since}`, (note.deviations ?? ['—']).join(' '), `\`${note.proof}\``];
  });

const eventRows = (): string[][] => {
  const places = Object.values(allowedEvents);
  const kinds = [...new Set(places.flat())];
  return kinds.map((kind) => {
    const note = eventNotes[kind];
    if (!note) throw new Error(`Expected bpmn-notes.ts to say since when ${kind} events run`);
    return [
      kind,
      ...places.map((may) => (may.includes(kind) ? '✓' : '')),
      `format ${note.since}`,
      note.notes.join(' '),
    ];
  });
};

/** The page docs/bpmn-coverage.md, from what the compiler registers. */
export const coveragePage = (): string => `# What of BPMN 2.0.2 runs

Made from the engine's registry by \`npm run docs:bpmn\`; a test fails when it is stale. *Format* is that of the compiled graph
with which a thing came: 1 in version 0.1.0, 2 after it. The proofs lie under \`test/workflows/engine\`; combinations have tests of their own in
\`combinations\`, random models are played against a reference in \`models.test.ts\`,
any random drawing must stay sound in \`graphs.test.ts\`, and \`other-engine.test.ts\` compares
with SpiffWorkflow.

## Elements

${table(['Element', 'Since', 'Deviations, and what the standard leaves open', 'Proof'], elementRows())}

Called as global tasks: ${executableGlobalTasks.map(short).join(', ')} (format 2).

Not run, and refused with the element's id: ${drawable.filter((name) => !executable.includes(`bpmn:${name}`)).join(', ')}. Choreographies
are no processes; an implicit throw event runs where the standard has it, in the behaviour of a multi-instance activity.

## Event definitions

A start event of a process may also have none, and so may an intermediate throw event and an end event. In an event
subprocess and on a boundary each kind interrupts or not, but for errors and cancelling, which always do.

${table(['Event', ...Object.keys(allowedEvents).map(short), 'Since', 'Notes'], eventRows())}

## Structure, repetition and data

${table(
  ['What', 'Since', 'Notes', 'Proof'],
  settingNotes.map(([what, since, notes, proof]) => [what, `format ${since}`, notes || '—', `\`${proof}\``]),
)}
`;
