import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Answer } from './answer.ts';
import type { Budget } from './limits.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type { Fields } from '../../activities/casework/forms/forms.ts';
import type { Upload } from '../../activities/casework/office.ts';
import type { Visit } from './visit.ts';

/** An HTML form as it was sent, without its control fields. */
export type SentForm = { fields: Fields; uploads: Upload[]; /** value of the button `_action` */ action: string };

export type Call<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  /** present when an HTML form was sent instead of JSON */
  form?: SentForm;
  visit: Visit;
  /** a cookie of ours by its plain name */
  cookie: (name: string) => string | undefined;
  request: Request;
  response: Response;
};

type Shape = z.ZodObject;

/** One operation: the router and the OpenAPI document are both made from it. */
export type RouteSpec<Params extends Shape, Query extends Shape, Body extends Shape> = {
  method: 'get' | 'post' | 'put';
  /** in Express notation: `/tasks/:taskId` */
  path: string;
  /** `operationId` */
  id: string;
  tag: string;
  summary: string;
  /** `signedIn`: staff or parent; `staff`; `anyone` */
  who: 'anyone' | 'signedIn' | 'staff';
  params?: Params;
  query?: Query;
  body?: Body;
  /** how an HTML form becomes the body; by default its fields are the body's keys */
  bodyOfForm?: (form: SentForm) => unknown;
  /** files may come along (multipart, 25 MB in all) */
  uploads?: true;
  /** bytes of a JSON body or plain form, 256 KB unless told */
  bodyLimit?: number;
  /** taken from the caller's address before anything else */
  limit?: Budget;
  /** what it answers when all is well: schema of the JSON view, media type of what is not JSON, or a redirect */
  answers: { status: 200 | 201 | 303; schema?: z.ZodType; mime?: string };
  failures?: FailureCode[];
  handle: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Answer> | Answer;
};

export type Route = RouteSpec<Shape, Shape, Shape>;

/** Of a route that reads none. */
type Nothing = z.ZodObject;

/** Forgets the types of one route's input, after its handler was checked against them. */
export const route = <Params extends Shape = Nothing, Query extends Shape = Nothing, Body extends Shape = Nothing>(
  spec: RouteSpec<Params, Query, Body>,
): Route => spec as unknown as Route;
