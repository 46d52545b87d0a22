import { ok } from '../../../processes/language/failure.ts';
import type { Store } from '../store.ts';
import type { Tables } from './tables.ts';
import { append } from './record.ts';
import { blobOf } from '../filing.ts';
import { firstRevision, headOf, nextRevision } from '../revisions.ts';
import { sortedBy } from './tables.ts';

export const memoryDocuments = (tables: Tables): Store['documents'] => ({
  async add(scope, given, bytes, entry) {
    if (!tables.cases.one(scope, given.case))
      throw new Error(`Expected case ${given.case} to be visible, but it is not`);
    const [made] = tables.documents.where({ case: given.case, madeBy: given.madeBy });
    if (made) return made;
    const document = firstRevision(given, bytes);
    tables.documents.put(document);
    tables.blobs.put(blobOf(bytes, document.mime, document.createdAt));
    append(tables, document.case, [{ documentHash: headOf(document).sha256, ...entry }]);
    return document;
  },
  async addRevision(scope, id, expectedHead, given, bytes, entry) {
    const next = nextRevision(tables.documents.one(scope, id), expectedHead, given, bytes);
    if (!next.ok) return next;
    const { document, added } = next.value;
    if (added) {
      tables.documents.put(document);
      tables.blobs.put(blobOf(bytes, document.mime, added.at));
      append(tables, document.case, [{ documentHash: added.sha256, ...entry }]);
    }
    return ok(document);
  },
  async find(scope, id) {
    return tables.documents.one(scope, id);
  },
  async findByVerificationCode(code) {
    return tables.documents.where({ verificationCode: code }).at(0);
  },
  async ofCase(scope, caseId) {
    const found = tables.documents.within(scope, { case: caseId });
    return sortedBy(found, [
      [({ createdAt }) => createdAt, 1],
      [({ _id }) => _id, 1],
    ]);
  },
  async madeOf(scope, sha256) {
    return tables.documents.within(scope, { 'revisions.sha256': sha256 });
  },
  async bytes(scope, sha256) {
    const known = tables.documents.within(scope, { 'revisions.sha256': sha256 }).length > 0;
    const blob = known ? tables.blobs.get(sha256) : undefined;
    return blob && Buffer.from(blob.data);
  },
});
