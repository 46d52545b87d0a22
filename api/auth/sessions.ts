import { createHash } from 'node:crypto';
import type { Actor, Person } from '../../processes/language/party.ts';
import type { AppDeps } from '../deps.ts';
import type { PersonRecord, SessionRecord } from '../../activities/store/records.ts';

/** Milliseconds. Staff work on shared school computers; a parent fills a long form on a phone between other things. */
const minute = 60_000;
const idle = { staff: 30 * minute, parent: 120 * minute };
const absolute = 8 * 60 * minute;
/** A signature counts as the person's own only this long after they proved who they are. */
const freshFor = 5 * minute;
/** `lastSeenAt` is written at most this often, so that reading pages does not write. */
const touchEvery = minute;

export type Session = { record: SessionRecord; actor: Extract<Actor, { kind: 'staff' | 'parent' }> };

/** Who is signed in where. The id is 256 random bits, kept by the browser; the store keeps its hash. */
export type Sessions = {
  /** a new session with a new id; returns the cookie's value */
  open(person: PersonRecord, authenticatedAt: Date): Promise<string>;
  read(id: string | undefined): Promise<Session | undefined>;
  end(session: Session): Promise<void>;
  /** signed in less than 5 minutes ago */
  isFresh(session: Session | undefined): boolean;
};

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');
/** Changes when a role is given or taken: a session opened before ends at its next request. */
const rolesOf = ({ assignments }: PersonRecord): string =>
  hashOf(JSON.stringify(assignments.map(({ role, unit }) => `${role}:${unit}`).sort()));

export const actorOf = ({ _id, name, email, assignments }: PersonRecord): Session['actor'] => {
  const person: Person = { id: _id, name, email, assignments };
  return { kind: assignments.some(({ role }) => role !== 'applicant') ? 'staff' : 'parent', person };
};

export function createSessions({ store, clock, random }: Pick<AppDeps, 'store' | 'clock' | 'random'>): Sessions {
  const isOver = (record: SessionRecord, kind: Session['actor']['kind'], now: number): boolean =>
    record.ended !== undefined ||
    now - Date.parse(record.createdAt) >= absolute ||
    now - Date.parse(record.lastSeenAt) >= idle[kind];
  return {
    async open(person, authenticatedAt) {
      const id = random(32).toString('base64url');
      const now = clock();
      await store.sessions.put({
        _id: hashOf(id),
        person: person._id,
        createdAt: now.toISOString(),
        lastSeenAt: now.toISOString(),
        authenticatedAt: authenticatedAt.toISOString(),
        expiresAt: new Date(now.getTime() + absolute),
        csrf: random(32).toString('base64url'),
        roles: rolesOf(person),
      });
      return id;
    },
    async read(id) {
      const record = id === undefined ? undefined : await store.sessions.find(hashOf(id));
      const person = record && (await store.people.find(record.person));
      if (!record || !person) return undefined;
      const actor = actorOf(person);
      const now = clock();
      if (isOver(record, actor.kind, now.getTime())) return undefined;
      if (record.roles !== rolesOf(person)) {
        await store.sessions.end(record._id, now.toISOString());
        return undefined;
      }
      if (now.getTime() - Date.parse(record.lastSeenAt) >= touchEvery)
        await store.sessions.touch(record._id, now.toISOString());
      return { record, actor };
    },
    end: (session) => store.sessions.end(session.record._id, clock().toISOString()),
    isFresh: (session) =>
      session !== undefined && clock().getTime() - Date.parse(session.record.authenticatedAt) < freshFor,
  };
}
