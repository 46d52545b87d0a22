import busboy from 'busboy';
import express from 'express';
import type { Request, RequestHandler } from 'express';
import { Refused } from '../errors.ts';
import type { Fields } from '../../activities/casework/forms/forms.ts';
import type { Upload } from '../../activities/casework/office.ts';

const usualLimit = 256 * 1024;
const uploadLimit = 25 * 1024 * 1024;
/** No form of ours nests deeper; a bomb of brackets ends here. */
const deepest = 24;

/** What came in the body, before any schema saw it. */
export type Body =
  { kind: 'none' } | { kind: 'json'; value: unknown } | { kind: 'form'; fields: Fields; uploads: Upload[] };

/** Parsers for one route: JSON and plain forms, with files only where they are expected. Anything else is refused. */
export function bodyParsers(route: { uploads?: true; bodyLimit?: number }): RequestHandler[] {
  const limit = route.bodyLimit ?? usualLimit;
  return [
    express.json({ limit }),
    express.urlencoded({ limit, extended: false, parameterLimit: 1000 }),
    ...(route.uploads ? [multipart] : []),
  ];
}

export function bodyOf(request: Request): Body {
  if (request.is('multipart/form-data') && isMultipart(request.body))
    return { kind: 'form', ...refuseOperators(request.body) };
  if (request.is('application/x-www-form-urlencoded'))
    return { kind: 'form', fields: refuseOperators({ ...(request.body as Fields) }), uploads: [] };
  if (request.is('application/json')) return { kind: 'json', value: refuseOperators(request.body as unknown) };
  // `is` answers null when there is no body at all
  if (request.is('*/*') === null || request.get('Content-Length') === '0') return { kind: 'none' };
  throw new Refused({ failure: 'invalidInput', problems: [{ at: 'Content-Type', code: 'malformed' }] });
}

type Multipart = { fields: Fields; uploads: Upload[] };
const isMultipart = (body: unknown): body is Multipart =>
  typeof body === 'object' && body !== null && 'uploads' in body;

const multipart: RequestHandler = async (request, _response, next) => {
  if (request.is('multipart/form-data')) request.body = await readMultipart(request);
  next();
};

/** Reads fields and files into memory; one file is bounded by the office, all together here. */
function readMultipart(request: Request): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const fields: Fields = Object.create(null) as Fields;
    const uploads: Upload[] = [];
    let size = 0;
    const tooLarge = (): void => reject(new Refused({ failure: 'tooLarge' }));
    const malformed = (): void =>
      reject(new Refused({ failure: 'invalidInput', problems: [{ at: 'body', code: 'malformed' }] }));
    const parser = parserFor(request);
    if (!parser) return malformed();
    const take = (bytes: number): void => {
      size += bytes;
      if (size > uploadLimit) tooLarge();
    };
    parser.on('field', (name, value) => {
      take(value.length);
      addField(fields, name, value);
    });
    parser.on('file', (key, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        take(chunk.length);
        if (size <= uploadLimit) chunks.push(chunk);
      });
      stream.on('limit', tooLarge);
      stream.on('end', () => {
        // A file box left empty comes as a file without a name.
        if (filename) uploads.push({ key, fileName: filename, mime: mimeType, bytes: Buffer.concat(chunks) });
      });
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, tooLarge);
    parser.on('error', malformed);
    parser.on('close', () => resolve({ fields, uploads }));
    request.pipe(parser);
  });
}

function parserFor({ headers }: Request): busboy.Busboy | undefined {
  try {
    return busboy({
      headers,
      defParamCharset: 'utf8',
      limits: { fileSize: uploadLimit, files: 20, fields: 1000, parts: 1020, fieldSize: usualLimit },
    });
  } catch {
    return undefined;
  }
}

function addField(fields: Fields, name: string, value: string): void {
  const held = fields[name];
  fields[name] = held === undefined ? value : [...(Array.isArray(held) ? held : [held]), value];
}

const unsafeKey = /^(?:\$|__proto__$|constructor$|prototype$)/;

/** Database operators and prototype keys have no business in what people send. */
function refuseOperators<Value>(value: Value, depth = 0): Value {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  if (depth > deepest) throw new Refused({ failure: 'invalidInput', problems: [{ at: 'body', code: 'malformed' }] });
  for (const [key, inner] of Object.entries(value)) {
    if (unsafeKey.test(key))
      throw new Refused({ failure: 'invalidInput', problems: [{ at: key, code: 'unknownKey' }] });
    refuseOperators(inner, depth + 1);
  }
  return value;
}
