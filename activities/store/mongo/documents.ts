import { ok } from '../../../processes/language/failure.ts';
import type { BlobRecord, DocumentRecord } from '../records.ts';
import type { Database } from './database.ts';
import type { Store } from '../store.ts';
import { atomically } from './transaction.ts';
import { blobOf } from '../filing.ts';
import { firstRevision, headOf, nextRevision } from '../revisions.ts';
import { keepBlob } from './filing.ts';
import { link, visibleCase } from './record.ts';
import { systemScope } from '../scope.ts';

const everywhere = { scope: systemScope('store') };

const changes = (database: Database): Pick<Store['documents'], 'add' | 'addRevision'> => ({
  add: (scope, given, bytes, entry) =>
    atomically(database, async (bare) => {
      const owner = await visibleCase(database, scope, given.case);
      const { madeBy } = given;
      const made = await database.documents
        .findOne({ case: owner._id, madeBy }, null, everywhere)
        .lean<DocumentRecord>();
      if (made) return made;
      const document = firstRevision(given, bytes);
      await database.documents.insertMany([document]);
      await keepBlob(database, blobOf(bytes, document.mime, document.createdAt));
      const entries = [{ documentHash: headOf(document).sha256, ...entry }];
      await link(bare, [{ to: owner, entries }]);
      return document;
    }),
  addRevision: (scope, id, expectedHead, given, bytes, entry) =>
    atomically(database, async (bare) => {
      const before = await database.documents.findOne({ _id: id }, null, { scope }).lean<DocumentRecord>();
      const next = nextRevision(before ?? undefined, expectedHead, given, bytes);
      if (!next.ok) return next;
      const { document, added } = next.value;
      if (!added) return ok(document);
      await database.documents.updateOne({ _id: id }, { $push: { revisions: added } }).setOptions({ scope });
      await keepBlob(database, blobOf(bytes, document.mime, added.at));
      const to = { _id: document.case, unit: document.unit };
      await link(bare, [{ to, entries: [{ documentHash: added.sha256, ...entry }] }]);
      return ok(document);
    }),
});

export const mongoDocuments = (database: Database): Store['documents'] => ({
  ...changes(database),
  async find(scope, id) {
    return (await database.documents.findOne({ _id: id }, null, { scope }).lean<DocumentRecord>()) ?? undefined;
  },
  async findByVerificationCode(code) {
    const found = database.documents.findOne({ verificationCode: code }, null, everywhere);
    return (await found.lean<DocumentRecord>()) ?? undefined;
  },
  ofCase: (scope, caseId) =>
    database.documents.find({ case: caseId }, null, { scope }).sort({ createdAt: 1, _id: 1 }).lean<DocumentRecord[]>(),
  madeOf: (scope, sha256) =>
    database.documents.find({ 'revisions.sha256': sha256 }, null, { scope }).lean<DocumentRecord[]>(),
  async bytes(scope, sha256) {
    // Bytes have no unit: who sees a document that consists of them sees them.
    if (!(await database.documents.exists({ 'revisions.sha256': sha256 }).setOptions({ scope }))) return undefined;
    return (await database.blobs.findOne({ _id: sha256 }).lean<BlobRecord>())?.data;
  },
});
