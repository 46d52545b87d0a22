import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseId } from '../../processes/language/ids.ts';

/**
 * Id of an update: a hash of all that it says. Temporal answers a repeated id with the first result whatever the payload is,
 * so the same click gets the same answer, and a different body under the same click is a different update.
 */
export const updateId = (caseId: CaseId, name: string, command: object): string =>
  createHash('sha256')
    .update(canonicalize([caseId, name, command]) ?? '')
    .digest('base64url');
