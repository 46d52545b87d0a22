import { caseRow } from '../following/case-view.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import type { CaseId, ElementId } from '../../../processes/language/ids.ts';
import type { Desk } from '../deps.ts';
import type { EngineView } from '../../../workflows/contract.ts';
import type { JoinView, OperatorView, ScopeView, TokenView, WaitView } from '../../../processes/language/operating.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';

type State = EngineView['state'];
type Elements = Map<ElementId, NonNullable<EngineView['elements']>[number]>;

/** Elements at which no token ever stands before they happen. */
const unplaceable = new Set(['boundaryEvent', 'eventSubProcess']);

/** Where a case stands, for whoever keeps it running. `notFound` outside the scope. */
export async function operatorView(desk: Desk, scope: Scope, id: CaseId): Promise<Result<OperatorView>> {
  const record = await desk.store.cases.find(scope, id);
  if (!record) return fail('notFound');
  const { subject: _, ...row } = await caseRow(desk, record);
  const about = { ...row, version: record.version };
  if (record.status === 'completed' || record.status === 'received')
    return ok({ ...about, running: false, tokens: [], joins: [], scopes: [] });
  const seen = await desk.engine.view(id);
  if (!seen.ok)
    return seen.failure === 'notFound' ? ok({ ...about, running: false, tokens: [], joins: [], scopes: [] }) : seen;
  const { state, awaited = [], elements = [], ended } = seen.value;
  const known: Elements = new Map(elements.map((each) => [each.element, each]));
  return ok({
    ...about,
    running: !ended,
    tokens: tokensOf(state, known),
    joins: awaited.flatMap((each): JoinView[] => (each.for === 'join' ? [pick(each)] : [])),
    scopes: scopesOf(state, known),
  });
}

const pick = ({ element, name, missing }: JoinView): JoinView => ({ element, name, missing });

const nameOf = (known: Elements, element: ElementId): string => known.get(element)?.name ?? element;

const eventsOf = ({ timers, subscriptions }: State, owner: string): WaitView[] => [
  ...Object.values(timers)
    .filter(({ instance }) => instance === owner)
    .map(({ dueAt }): WaitView => ({ for: 'timer', at: dueAt })),
  ...Object.values(subscriptions)
    .filter(({ instance }) => instance === owner)
    .map(({ message, signal }): WaitView => {
      if (message !== undefined) return { for: 'message', name: message };
      return signal === undefined ? { for: 'condition' } : { for: 'signal', name: signal };
    }),
];

const workOf = (state: State, known: Elements, id: string): WaitView[] => {
  const instance = state.instances[id];
  if (!instance || instance.incident !== undefined) return [{ for: 'operator' }];
  const inside = Object.entries(state.scopes).some(([scope, { owner }]) => scope === id || owner === id);
  if (inside || instance.undoing) return [{ for: 'inside' }];
  const kind = known.get(instance.element)?.kind;
  if (kind === 'userTask') return [{ for: 'person' }];
  return kind === 'serviceTask' || kind === 'sendTask' ? [{ for: 'handler' }] : [];
};

const tokensOf = (state: State, known: Elements): TokenView[] =>
  Object.entries(state.instances).map(([instance, { element, scope, enteredAt, incident, inner, beside }]) => {
    const stopped = incident === undefined ? undefined : state.incidents[incident];
    return {
      instance,
      element,
      name: nameOf(known, element),
      since: enteredAt,
      scope,
      waits: [...workOf(state, known, instance), ...eventsOf(state, instance)],
      ...(incident !== undefined && stopped
        ? { incident: { id: incident, failure: stopped.failure, detail: stopped.detail, since: stopped.since } }
        : {}),
      movable: !inner && !beside,
    };
  });

const scopesOf = ({ scopes, variables }: State, known: Elements): ScopeView[] =>
  Object.entries(scopes)
    .filter(([, { ended, begun, iteration }]) => !ended && begun !== false && iteration === undefined)
    .map(([scope, { element, locals }]) => ({
      scope,
      name: nameOf(known, element),
      places: [...known.values()]
        .filter((each) => each.scope === element && !unplaceable.has(each.kind))
        .map(({ element: place, name }) => ({ element: place, name })),
      variables: Object.keys(scope === '0' ? variables : locals).sort(),
    }));
