import type { Store } from '../../activities/store/store.ts';
import { casesContract } from './contract/cases.ts';
import { definitionsContract } from './contract/definitions.ts';
import { documentsContract } from './contract/documents.ts';
import { filingContract } from './contract/filing.ts';
import { operationsContract } from './contract/operations.ts';
import { peopleContract } from './contract/people.ts';
import { projectionContract } from './contract/projection.ts';
import { recordContract } from './contract/record.ts';
import { scopeContract } from './contract/scope.ts';
import { tasksContract } from './contract/tasks.ts';

/** What every store promises, run against MongoDB and against memory. */
export function storeContract(open: () => Store): void {
  filingContract(open);
  casesContract(open);
  projectionContract(open);
  operationsContract(open);
  tasksContract(open);
  documentsContract(open);
  recordContract(open);
  definitionsContract(open);
  peopleContract(open);
  scopeContract(open);
}
