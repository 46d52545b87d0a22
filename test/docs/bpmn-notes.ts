/** What the registry cannot know of each element: since when it runs, what the engine does of its own, and which table proves it. */
export type Note = {
  /** format of the compiled graph with which it came; histories recorded with it still replay */ since: 1 | 2;
  /** what differs from BPMN 2.0.2, or what that leaves open, with the reason */ deviations?: string[];
  /** under test/workflows/engine */ proof: string;
};

const joinPaths =
  'A token that could still come by a boundary event or through a link counts as one that could come by a flow: the standard ' +
  'names sequence flows only, by which a join would fire too early.';

export const elementNotes: Record<string, Note> = {
  'bpmn:StartEvent': {
    since: 1,
    deviations: [
      'Of several none start events of a process the first begins it unless the caller names another; the standard leaves open how one is chosen.',
    ],
    proof: 'elements/catch-and-throw.test.ts',
  },
  'bpmn:IntermediateCatchEvent': {
    since: 1,
    deviations: [
      'A timer with a cycle sends a token each round and is left with the last one; an endless cycle is refused here. The standard does not say what a cycle means at a place that is passed once.',
    ],
    proof: 'elements/catch-and-throw.test.ts',
  },
  'bpmn:IntermediateThrowEvent': { since: 1, proof: 'elements/catch-and-throw.test.ts' },
  'bpmn:BoundaryEvent': {
    since: 1,
    deviations: [
      'A cycle on a boundary event that does not interrupt repeats it, counted from when each round was due and never from when it was handled.',
    ],
    proof: 'elements/boundary-kinds.test.ts',
  },
  'bpmn:EndEvent': {
    since: 1,
    deviations: [
      'An error that nothing catches is an incident at the event that threw it, and the rest of the case goes on: an operator decides, where the standard leaves the outcome open.',
    ],
    proof: 'elements/catch-and-throw.test.ts',
  },
  'bpmn:Task': { since: 1, proof: 'elements/tasks.test.ts' },
  'bpmn:ManualTask': {
    since: 1,
    deviations: ['Is passed at once: the system does not learn when it is done.'],
    proof: 'elements/tasks.test.ts',
  },
  'bpmn:UserTask': { since: 1, proof: 'step.test.ts' },
  'bpmn:ServiceTask': {
    since: 1,
    deviations: ['Without a registered handler it does nothing of its own, as an undefined task.'],
    proof: 'elements/tasks.test.ts',
  },
  'bpmn:SendTask': {
    since: 1,
    deviations: ['Without a handler it hands its message to the case itself and to the world outside.'],
    proof: 'elements/tasks.test.ts',
  },
  'bpmn:ReceiveTask': { since: 1, proof: 'elements/event-gateway.test.ts' },
  'bpmn:ScriptTask': { since: 1, deviations: ['The script language is FEEL.'], proof: 'elements/tasks.test.ts' },
  'bpmn:BusinessRuleTask': { since: 1, proof: 'elements/tasks.test.ts' },
  'bpmn:CallActivity': {
    since: 2,
    deviations: [
      'The called process runs inside the case of its caller, with variables of its own: one record and one life cycle for a case.',
      'It must be deployed with its caller.',
    ],
    proof: 'elements/call-activity.test.ts',
  },
  'bpmn:ExclusiveGateway': { since: 1, proof: 'elements/gateways.test.ts' },
  'bpmn:ParallelGateway': { since: 1, proof: 'elements/joins.test.ts' },
  'bpmn:InclusiveGateway': { since: 2, deviations: [joinPaths], proof: 'elements/joins.test.ts' },
  'bpmn:ComplexGateway': {
    since: 2,
    deviations: [
      joinPaths,
      'At its reset a flow is taken only when its condition reads `waitingForStart`: any other would be taken twice, which no author of a diagram expects.',
    ],
    proof: 'elements/joins.test.ts',
  },
  'bpmn:EventBasedGateway': { since: 1, proof: 'elements/event-gateway.test.ts' },
  'bpmn:SubProcess': { since: 1, proof: 'elements/sub-process.test.ts' },
  'bpmn:Transaction': {
    since: 2,
    deviations: [
      'Cancelled without a cancel boundary event, it ends there and no token goes on. Hazards are errors; no transaction protocol is spoken.',
    ],
    proof: 'elements/compensation.test.ts',
  },
  'bpmn:AdHocSubProcess': {
    since: 2,
    deviations: [
      'All activities are offered at once, or one after the other in the order they are drawn, since nobody is asked which to begin.',
      "With a completion condition, people's tasks are offered again until it holds; what no person does is done once.",
    ],
    proof: 'elements/ad-hoc-sub-process.test.ts',
  },
};

export const eventNotes: Record<string, { since: 1 | 2; notes: string[] }> = {
  message: {
    since: 1,
    notes: [
      'Goes to the one receiver that has waited longest. One that comes early is kept on request, and a message of the case itself always is, up to 200.',
      'A receiver without a correlation key takes any; a message without one fits any.',
    ],
  },
  timer: {
    since: 1,
    notes: [
      'Days and longer are counted by the calendar in Warsaw, hours and shorter as time that passes.',
      'At the start of a deployed procedure a date or cycle begins one case for each round, also after an outage; a duration is refused there.',
    ],
  },
  signal: {
    since: 2,
    notes: [
      'Is thrown when every other token that could move has moved, so that who begins to wait in the same breath hears it. Reaches the whole case, and other cases.',
    ],
  },
  conditional: {
    since: 2,
    notes: [
      'Happens when its condition becomes true, and at once when it holds from the first. A name that no variable bears yet makes it not yet true.',
    ],
  },
  error: {
    since: 1,
    notes: ['Always interrupts, whatever is drawn.', 'Of several that catch it, one that names the code goes first.'],
  },
  escalation: { since: 2, notes: ['Not caught by anything, it changes nothing but the record.'] },
  compensation: {
    since: 2,
    notes: [
      'Undoes one after the other, in reverse order of completion, also where the standard allows more at once; each iteration of a repeated activity for itself.',
      'A subprocess that was interrupted has not completed and is not undone.',
    ],
  },
  cancel: { since: 2, notes: ['May be drawn in a subprocess inside the transaction, whose work is undone first.'] },
  terminate: { since: 1, notes: ['Ends its own scope only; what completed in it stays undoable.'] },
  link: { since: 2, notes: ['Within one process or subprocess; exactly one target for a name.'] },
};

export const settingNotes: [what: string, since: 1 | 2, notes: string, proof: string][] = [
  [
    'Multiple and parallel multiple events',
    2,
    'Parallel multiple: each of its events once, in any order.',
    'elements/catch-and-throw.test.ts',
  ],
  [
    'Event subprocesses, interrupting and not',
    2,
    'What one throws is not caught by its siblings.',
    'elements/event-sub-process.test.ts',
  ],
  [
    'Standard loop',
    2,
    'At most 2,000 rounds; without a condition and a maximum it is refused.',
    'elements/loops.test.ts',
  ],
  [
    'Multi-instance, sequential and parallel',
    2,
    'At most 2,000 iterations. Under None and One the events it throws of itself do not end it even at an interrupting boundary event; under Complex they do: only there does the standard mean them to.',
    'elements/loops.test.ts',
  ],
  ['Compensation handlers, by association and as event subprocess', 2, '', 'elements/compensation.test.ts'],
  ['Start and completion quantities', 2, '', 'elements/data-and-quantities.test.ts'],
  ['Conditional and default flows of activities', 1, '', 'elements/gateways.test.ts'],
  [
    'Data objects, properties and data associations',
    2,
    'A data object is a variable once an association uses it. Data stores are documentation.',
    'elements/data-and-quantities.test.ts',
  ],
  ['Correlation keys and properties', 2, 'Properties are compared as one list.', 'elements/messages.test.ts'],
  [
    'Pools and message flows',
    2,
    'Pools of one file that message flows tie run together in one case.',
    'elements/messages.test.ts',
  ],
  ['Lanes', 1, 'Are documentation to the engine.', 'elements/data-and-quantities.test.ts'],
];
