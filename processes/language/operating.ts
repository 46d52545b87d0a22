import type { FailureCode, Problem } from './failure.ts';
import type { CaseId, DefinitionHash, ElementId, Instant } from './ids.ts';
import type { CaseRow } from './case.ts';
import type { Text } from './text.ts';

/** What a token waits for. `inside`: for what runs inside its element; `operator`: for whoever mends what stopped it. */
export type WaitView =
  | { for: 'person' | 'handler' | 'inside' | 'condition' | 'operator' }
  | { for: 'timer'; at: Instant }
  | { for: 'message' | 'signal'; name: string };

/** One token of a running case, as an operator sees it. */
export type TokenView = {
  instance: string;
  element: ElementId;
  name: string;
  since: Instant;
  scope: string;
  waits: WaitView[];
  incident?: { id: string; failure: FailureCode; detail: string; since: Instant };
  /** it stands for itself, so that it can be moved and ended */ movable: boolean;
};

/** Tokens that wait before a join for those on other flows. */
export type JoinView = { element: ElementId; name: string; missing: string[] };

/** A part of the process that runs now: the process, a subprocess, a called process. */
export type ScopeView = {
  scope: string;
  name: string;
  /** elements that a token can be put before in it */ places: { element: ElementId; name: string }[];
  /** its variables by name: whoever keeps cases running need not read them */ variables: string[];
};

/** A case as whoever keeps it running sees it: where it stands, nothing of what it says. */
export type OperatorView = Omit<CaseRow, 'subject'> & {
  version: number;
  /** the rest is absent where the engine does not know the case any more */
  running: boolean;
  tokens: TokenView[];
  joins: JoinView[];
  scopes: ScopeView[];
};

export type MoveView = { from: ElementId; to: ElementId; waiting?: number };

/** What a migration would do to a case, or has done to it. */
export type MigrationRow = {
  id: CaseId;
  number: string;
  version: number;
  state: 'ready' | 'refused' | 'migrated';
  moves: MoveView[];
  problems: Problem[];
  failure?: FailureCode;
};

export type VersionRow = { hash: DefinitionHash; version: number; deployedAt: Instant };

/** A migration of the running cases of a procedure: how it would go, or how it went. */
export type MigrationReport = {
  procedure: { id: string; title: Text };
  to: VersionRow;
  mapping: Record<string, string>;
  rows: MigrationRow[];
  /** there are more cases than one report holds: migrate these first, then look again */ more: boolean;
};
