import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { fail, ok } from '../../processes/language/failure.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import { procedures } from '../../processes/index.ts';
import type { ProcedureBundle } from '../casework/office.ts';
import { decodeXml } from './decode.ts';

const processes = fileURLToPath(new URL('../../processes/', import.meta.url));

// Not `instanceof Error`: in a test's own realm the errors of Node are of another class.
const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const readEach = async <Value>(
  names: { id: string; path: string }[],
  read: (content: string, id: string) => Value | undefined,
): Promise<Record<string, Value>> => {
  const contents = await Promise.all(
    names.map(async ({ id, path }) => {
      const bytes = await readIfThere(path);
      const value = bytes && read(bytes.toString('utf8'), id);
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
  return Object.fromEntries(contents.flat());
};

/**
 * A procedure of the catalogue by its id, or another by its manifest, as it lies in its folder (`processes/<id>` unless
 * another is given), ready to be deployed. Files that the manifest names and the folder lacks are left out: compiling
 * names all of them. Fails when there is no `process.bpmn` or a form is no JSON.
 */
export const readProcedureFolder = async (
  procedure: Procedure | string,
  folder?: string,
): Promise<Result<ProcedureBundle>> => {
  const manifest = typeof procedure === 'string' ? procedures[procedure] : procedure;
  if (!manifest) return fail('unknownReference', { detail: `No procedure ${procedure as string} in the catalogue` });
  return readFolder(manifest, folder ?? join(processes, manifest.id));
};

const readFolder = async (manifest: Procedure, folder: string): Promise<Result<ProcedureBundle>> => {
  const model = await readIfThere(join(folder, 'process.bpmn'));
  if (!model) return fail('unknownReference', { detail: `No process.bpmn of procedure ${manifest.id}` });
  const decisions = await readIfThere(join(folder, 'decisions.dmn'));
  const xml = decodeXml(model);
  const dmn = decisions && decodeXml(decisions);
  if (!xml.ok) return xml;
  if (dmn && !dmn.ok) return dmn;
  const forms = manifest.forms.map((id) => ({ id, path: join(folder, 'forms', `${id}.form.json`) }));
  const templates = manifest.documents.map(({ id, template }) => ({ id, path: join(folder, 'documents', template) }));
  const broken: Problem[] = [];
  const formOf = (content: string, id: string): FormSchema | undefined => {
    try {
      return JSON.parse(content) as FormSchema;
    } catch {
      broken.push({ at: `forms/${id}.form.json`, code: 'bundle.notJson' });
      return undefined;
    }
  };
  const schemas = await readEach(forms, formOf);
  if (broken.length > 0) return fail('modelRefused', { problems: broken });
  return ok({
    manifest,
    xml: xml.value,
    forms: schemas,
    templates: await readEach(templates, (content) => content),
    ...(dmn ? { decisions: dmn.value } : {}),
  });
};
