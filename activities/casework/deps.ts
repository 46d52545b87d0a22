import type { Problem, Result } from '../../processes/language/failure.ts';
import type { DefinitionHash, ElementId } from '../../processes/language/ids.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import type { CaseEngine } from './case-engine.ts';
import type { Clock, Random } from '../clock.ts';
import type { Directory } from './directory.ts';
import type { ProcedureBundle } from './office.ts';
import type { Signing } from '../signatures/ports.ts';
import type { Store } from '../store/store.ts';

/** One step of a model in reading order. */
export type ModelStep = { element: ElementId; name: string; kind: string; next: ElementId[] };

/** Parsing, linting and compiling of models: activities/models. */
export type Models = {
  compile(bundle: ProcedureBundle): Promise<Result<{ graph: ProcessGraph; hash: DefinitionHash; xml: string }>>;
  check(bundle: ProcedureBundle): Promise<Problem[]>;
  steps(graph: ProcessGraph): ModelStep[];
};

/** What the office works with; real things in production, fakes in tests. */
export type OfficeDeps = {
  store: Store;
  engine: CaseEngine;
  signing: Signing;
  models: Models;
  clock: Clock;
  random: Random;
  /** key of the hash under which tracking codes are stored, and of the codes themselves */
  pepper: string;
};

/** The deps and the directory made from them: what every use-case function takes first. */
export type Desk = OfficeDeps & { directory: Directory };
