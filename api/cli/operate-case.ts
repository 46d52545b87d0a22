import { fail, ok } from '../../processes/language/failure.ts';
import { newId } from '../../activities/casework/case-id.ts';
import { systemScope } from '../../activities/store/scope.ts';
import { commandLine } from './catalogue.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { CaseWanted } from './case-operation.ts';
import type { Desk } from '../../activities/casework/deps.ts';
import type { Office } from '../../activities/casework/office.ts';
import type { OperatorView, WaitView } from '../../processes/language/operating.ts';
import type { Result } from '../../processes/language/failure.ts';

const scope = systemScope('cli');

/** A case by its number, or by its id. */
async function caseOf({ store }: Desk, named: string): Promise<CaseId | undefined> {
  const found = (await store.cases.findByNumber(scope, named)) ?? (await store.cases.find(scope, named as CaseId));
  return found?._id;
}

const waitWords = (wait: WaitView): string => {
  if (wait.for === 'timer') return `timer ${wait.at}`;
  return 'name' in wait ? `${wait.for} ${wait.name}` : wait.for;
};

/** Where a case stands, a line for each token. */
export function linesOf(view: OperatorView): string[] {
  const state = view.suspended ? `${view.status}, suspended` : view.status;
  return [
    `${view.number} ${view.procedure.id} version ${view.version}: ${view.outcome ?? state}`,
    ...view.tokens.map(({ instance, element, name, waits, incident }) => {
      const stopped = incident ? ` incident ${incident.id} ${incident.failure}: ${incident.detail}` : '';
      return `  ${instance.padStart(5)} ${element} (${name}) waits for ${waits.map(waitWords).join(', ') || 'nothing'}${stopped}`;
    }),
    ...view.joins.map(({ element, missing }) => `        ${element} waits for ${missing.join(', ')}`),
  ];
}

const done = ({ seq, ended }: { seq: number; ended: boolean }): string[] => [
  `done, step ${seq}${ended ? '; the case is closed' : ''}`,
];

async function retry(
  office: Office,
  id: CaseId,
  { incident, variables }: Extract<CaseWanted, { kind: 'retry' }>,
): Promise<Result<string[]>> {
  const seen = await office.operatorView(scope, id);
  if (!seen.ok) return seen;
  const open = seen.value.tokens.flatMap((token) => (token.incident ? [token.incident.id] : []));
  const [only, ...others] = incident === undefined ? open : [incident];
  if (only === undefined || others.length > 0)
    return fail('invalidInput', { detail: `Name one of the incidents: ${open.join(', ') || 'there is none'}` });
  const corrected = Object.keys(variables).length > 0 ? variables : undefined;
  const answer = await office.retryIncident(scope, commandLine, id, only, corrected);
  return answer.ok ? ok(done(answer.value)) : answer;
}

/** Does what is wanted of the case of that number or id; the lines to say, or why not. */
export async function operateCase(
  office: Office,
  desk: Desk,
  named: string,
  wanted: CaseWanted,
): Promise<Result<string[]>> {
  const id = await caseOf(desk, named);
  if (id === undefined) return fail('notFound', { detail: `There is no case ${named}` });
  const fresh = newId(desk.clock, desk.random);
  switch (wanted.kind) {
    case 'show': {
      const seen = await office.operatorView(scope, id);
      return seen.ok ? ok(linesOf(seen.value)) : seen;
    }
    case 'retry':
      return retry(office, id, wanted);
    case 'operate': {
      const answer = await office.operate(scope, commandLine, id, { operation: wanted.operation });
      return answer.ok ? ok(done(answer.value)) : answer;
    }
    case 'delete': {
      const answer = await office.removeCase(scope, commandLine, id, wanted.reason);
      return answer.ok ? ok([`deleted; hash of what was removed: ${answer.value.hash}`]) : answer;
    }
    case 'signal': {
      const signal = { name: wanted.name, signalId: fresh, data: wanted.data };
      const answer = await office.signalCase(scope, commandLine, id, signal);
      return answer.ok ? ok(done(answer.value)) : answer;
    }
    case 'message': {
      const { name, data, key, keep } = wanted;
      const more = { ...(key === undefined ? {} : { key }), ...(keep ? { keep } : {}) };
      const answer = await office.deliverMessage(scope, commandLine, id, name, fresh, data, more);
      return answer.ok ? ok(done(answer.value)) : answer;
    }
  }
}
