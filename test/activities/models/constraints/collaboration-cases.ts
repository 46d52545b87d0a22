import { file, row } from './sample.ts';
import type { Case } from './sample.ts';

const awaited =
  '<startEvent id="start"><messageEventDefinition messageRef="letter"><operationRef>post</operationRef></messageEventDefinition></startEvent>';
const other = row('<task id="theirWork"/>').replaceAll(/"(start|end|flow\d)"/g, '"their-$1"');
const beside = (inside: string): string =>
  `<message id="letter"/><interface id="door" name="door"><operation id="post" name="post"><inMessageRef>letter</inMessageRef></operation></interface><collaboration id="all"><participant id="us" processRef="process"/><participant id="them" processRef="theirs"/><participant id="post-office"/>${inside}</collaboration><process id="theirs">${other}</process>`;
const waits =
  '<intermediateThrowEvent id="says"><messageEventDefinition messageRef="letter"><operationRef>post</operationRef></messageEventDefinition></intermediateThrowEvent>';
const sends = (from: string, to: string, body = row('<task id="work"/>', waits)): string =>
  file(body, beside(`<messageFlow id="mail" sourceRef="${from}" targetRef="${to}"/>`));

const messages: Case[] = [
  ['a letter from task to task', sends('work', 'theirWork'), []],
  ['a letter to a closed pool', sends('says', 'post-office'), []],
  ['a letter within a pool', sends('work', 'us'), ['mail message-flow-pool']],
  ['a letter to a data object', sends('work', 'all'), ['mail reference-type']],
  ['a letter from a start', sends('start', 'them'), ['mail message-flow-from-start']],
  ['a letter to a plain start', sends('them', 'start'), ['mail message-flow-to-start']],
  [
    'a letter to a start that awaits it',
    sends('them', 'start', row('<task id="work"/>').replace('<startEvent id="start"/>', awaited)),
    [],
  ],
  ['a letter from a plain end', sends('end', 'them'), ['mail message-flow-from-end']],
  ['a letter to an end', sends('them', 'end'), ['mail message-flow-to-end']],
  ['a letter to an event that sends', sends('them', 'says'), ['mail message-flow-intermediate']],
];

const multiplicity = (numbers: string): string =>
  file(
    row(),
    `<collaboration id="all"><participant id="us"><participantMultiplicity ${numbers}/></participant></collaboration>`,
  );
const lane = (id: string): string =>
  `<laneSet id="lanes"><lane id="lane"><flowNodeRef>${id}</flowNodeRef></lane></laneSet>`;
const conversation = (inside: string): string =>
  file(row(), `<choreography id="dance"/><globalConversation id="talk">${inside}</globalConversation>`);

const pools: Case[] = [
  ['two participants at least', multiplicity('minimum="2" maximum="5"'), []],
  [
    'fewer participants at most than at least',
    multiplicity('minimum="3" maximum="2"'),
    ['us participant-multiplicity'],
  ],
  ['a global conversation with a note', conversation('<textAnnotation id="note"/>'), ['talk global-conversation']],
  [
    'a global conversation that names a choreography',
    conversation('<choreographyRef>dance</choreographyRef>'),
    ['talk choreography-reference'],
  ],
  [
    'a step of a choreography in a process',
    file(
      row(
        '<choreographyTask id="step" initiatingParticipantRef="us"><participantRef>us</participantRef></choreographyTask>',
      ),
      '<collaboration id="all"><participant id="us" processRef="process"/></collaboration>',
    ),
    ['step choreography-in-process'],
  ],
  ['a lane with what is in it', file(lane('work') + row('<task id="work"/>')), []],
  ['a lane with what is elsewhere', file(lane('theirWork') + row(), beside('')), ['lane lane-node']],
];

export const collaborationCases = { messages, pools };
