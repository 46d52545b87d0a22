import type { Request, Response } from 'express';
import type { Abilities } from '../auth/abilities.ts';
import type { Actor, Unit } from '../../processes/language/party.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Notice } from './notice.ts';
import type { Session } from '../auth/sessions.ts';

/** What is known of a request before its handler runs. */
export type Visit = {
  requestId: string;
  language: Language;
  actor: Actor;
  session?: Session;
  abilities: Abilities;
  units: Unit[];
  department?: Unit;
  /** token that a form of this visitor must bring back; empty for clients without any cookie */
  csrf: string;
  notice?: Notice;
};

export const keepVisit = (response: Response, visit: Visit): void => {
  response.locals['visit'] = visit;
};

export const visitOf = (response: Response): Visit | undefined => response.locals['visit'] as Visit | undefined;

/** An answer in HTML is wanted; without any wish a client gets JSON. */
export const wantsHtml = (request: Request): boolean => request.accepts(['json', 'html']) === 'html';
