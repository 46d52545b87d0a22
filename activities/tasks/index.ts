import type { Handler } from './handler.ts';
import { makeDocument } from './make-document.ts';
import { notifyApplicant } from './notify-applicant.ts';

/** Every handler a model may name, by its name. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  [makeDocument, notifyApplicant].map((handler) => [handler.name, handler]),
);
/** Names of the variables that a handler gives for those headers; undefined: any. */
export const handlerWrites = (name: string, headers: Record<string, string>): string[] | undefined =>
  handlers.get(name)?.writes(headers);
export const handlerNames: string[] = [...handlers.keys()];
