import { z } from 'zod';
import type { DocumentSpec } from '../../processes/language/document.ts';
import type { DefinitionHash } from '../../processes/language/ids.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import { newDocumentId } from '../casework/case-id.ts';
import { systemScope } from '../store/scope.ts';
import { HandlerFault, defineHandler } from './handler.ts';
import type { HandlerDeps } from './handler.ts';
import { jsonObject } from './json.ts';
import { verificationCode } from './verification-code.ts';

const scope = systemScope('worker');

/** The variable that holds the id of a document made. */
const variableOf = (document: string): string => `${document}Document`;

const planOf = async (
  definition: DefinitionHash,
  document: string,
  { store }: HandlerDeps,
): Promise<{ spec: DocumentSpec; template: string }> => {
  const deployed = await store.definitions.find(definition);
  const spec = (deployed?.manifest as Procedure | undefined)?.documents.find(({ id }) => id === document);
  const template = deployed?.templates[document];
  if (!spec || template === undefined) throw new HandlerFault(`Expected document ${document} in the definition`);
  return { spec, template };
};

/**
 * Makes the document that the header names from its template, with planned signature fields and a verification code,
 * and puts it into the case once. Input `data` reaches the template; without it, the whole input does.
 */
export const makeDocument = defineHandler({
  name: 'makeDocument',
  headers: z.object({ document: z.string() }),
  input: jsonObject,
  output: jsonObject,
  writes: ({ document = '' }) => [variableOf(document)],
  async run({ call, input, headers, file }, deps) {
    const { store, maker, clock, random, baseUrl, verificationSecret } = deps;
    const { caseId, instance, element = headers.document } = call;
    const outputOf = (id: string) => ({ [variableOf(headers.document)]: id });

    const madeBy = `${element}.${instance}`;
    const made = (await store.documents.ofCase(scope, caseId)).find((each) => each.madeBy === madeBy);
    if (made) return outputOf(made._id);

    const { spec, template } = await planOf(call.definition ?? file.definition, headers.document, deps);
    const code = verificationCode(verificationSecret, caseId, instance);
    const at = clock().toISOString();
    const pdf = await maker.make({
      template,
      data: jsonObject.safeParse(input['data']).data ?? input,
      title: spec.title.pl,
      language: 'pl',
      createdAt: at,
      signatures: spec.signatures.map((signature) => ({ ...signature, labelPl: signature.label.pl })),
      verification: { code, url: `${baseUrl}/verify/${code}` },
    });
    if (!pdf.ok) throw new HandlerFault(`Document ${headers.document} was not made: ${pdf.detail ?? pdf.failure}`);
    const document = await store.documents.add(
      scope,
      {
        _id: newDocumentId(clock, random),
        case: caseId,
        unit: file.unit,
        kind: spec.id,
        title: spec.title,
        mime: 'application/pdf',
        fileName: `${spec.id}-${file.number}.pdf`.replace(/[^\w.-]/g, '-'),
        createdAt: at,
        madeBy,
        element,
        signatureFields: spec.signatures,
        verificationCode: code,
      },
      pdf.value,
      { at, actor: 'system:worker', action: 'documentMade', element },
    );
    return outputOf(document._id);
  },
});
