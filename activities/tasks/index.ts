import type { Handler } from './handler.ts';
import { makeDocument } from './make-document.ts';
import { notifyApplicant } from './notify-applicant.ts';

/** Every handler a model may name, by its name. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  [makeDocument, notifyApplicant].map((handler) => [handler.name, handler]),
);
export const handlerNames: string[] = [...handlers.keys()];
