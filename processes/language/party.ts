import type { PersonId, UnitId } from './ids.ts';

/** What somebody may be in a unit. `applicant` is the party of a case (a parent or an adult pupil). */
export type Role = 'secretary' | 'director' | 'clerk' | 'administrator' | 'applicant';

/** `school` and `kindergarten` are the units of the city; `department` is the Wydział Oświaty. */
export type UnitKind = 'school' | 'kindergarten' | 'department';

export type Unit = {
  id: UnitId;
  kind: UnitKind;
  name: string;
  address: string;
  /** symbol used in znak sprawy, e.g. `SP1` */ symbol: string;
};

/** A role held in a unit; every demo person holds at least one, a parent holds none. */
export type Assignment = { role: Role; unit: UnitId };

export type Person = { id: PersonId; name: string; email: string; assignments: Assignment[] };

/** Where a candidate role is looked up: in the case's own unit or in the Wydział Oświaty. */
export type Seat = 'unit' | 'department' | 'case';

/** Candidate role as models write it: `secretary@unit`, `clerk@department`, `applicant@case`. */
export type CandidateRole = `${Role}@${Seat}`;

/** Who is acting now. `parent` is signed in but holds no office; `anonymous` is nobody known. */
export type Actor =
  | { kind: 'staff'; person: Person }
  | { kind: 'parent'; person: Person }
  | { kind: 'anonymous' }
  | { kind: 'system'; /** part of the product that acts, e.g. `worker`, `sweeper`, `cli` */ name: string };

/** How an actor is written into the record: an id, never a name. */
export type ActorRef = { person: PersonId; onBehalfOf?: PersonId } | { system: string } | { applicant: true };
