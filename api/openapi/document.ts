import { z } from 'zod';
import { problemDocument } from '../schemas/words.ts';
import { statusOf } from '../errors.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type { Route } from '../http/route.ts';

type Json = Record<string, unknown>;
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
};

/** The OpenAPI 3.1 document of these routes, made from the very list the router is made from. */
export function openApiDocument(routes: readonly Route[], baseUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Obieg',
      version: '0.1.0',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description:
        'Every URL answers in JSON and in HTML by `Accept`. What changes something needs the token of the session in ' +
        '`X-CSRF-Token` when a cookie is sent; an HTML form brings it as `_csrf` and is sent on by 303.',
    },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemDocument, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'obieg' } },
    },
  };
}

function operationOf(route: Route): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    security: route.who === 'anyone' ? [{}] : [{ session: [] }],
    parameters: [...parametersOf(route, 'path', route.params), ...parametersOf(route, 'query', route.query)],
    ...(route.method === 'get' ? {} : { requestBody: requestBodyOf(route) }),
    responses: { ...successOf(route), ...failuresOf(route) },
  };
}

const parametersOf = (_route: Route, place: 'path' | 'query', shape: z.ZodObject | undefined): Json[] =>
  Object.entries(shape?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));

const requestBodyOf = ({ body, uploads, bodyOfForm }: Route): Json => {
  const fields = { type: 'object', description: 'field keys of the form; `_csrf` brings the token' };
  return {
    content: {
      'application/json': { schema: body ? schemaOf(body, 'input') : { type: 'object', additionalProperties: false } },
      'application/x-www-form-urlencoded': { schema: body && !bodyOfForm ? schemaOf(body, 'input') : fields },
      ...(uploads ? { 'multipart/form-data': { schema: fields } } : {}),
    },
  };
};

function successOf({ answers: { status, schema, mime }, method }: Route): Json {
  if (status === 303 && !schema) return { 303: { description: 'sent on' } };
  const content = {
    ...(schema ? { 'application/json': { schema: schemaOf(schema, 'output') } } : {}),
    ...(mime ? { [mime]: {} } : { 'text/html': {} }),
  };
  const done = { [status === 303 ? 200 : status]: { description: 'done', content } };
  return method === 'get' ? done : { ...done, 303: { description: 'an HTML form is sent on' } };
}

/** Failures share a status: each of them is one description. A bug and a store out of reach can meet any operation. */
function failuresOf({ failures = [], who }: Route): Json {
  const always: FailureCode[] = [
    'storeUnavailable',
    'uncaughtError',
    ...(who === 'anyone' ? [] : (['notSignedIn'] as const)),
  ];
  const byStatus = new Map<number, Set<FailureCode>>();
  for (const code of [...failures, ...always]) {
    const status = statusOf(code);
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: [...codes].join(', '), content }]),
  );
}
