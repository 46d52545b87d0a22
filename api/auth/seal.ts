import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '../../activities/clock.ts';

/** Short-lived notes of our own kept in the browser: readable there, but not changeable, and worthless after their time. */
export type Seal = {
  /** `purpose` keeps a note made for one thing from being taken for another */
  close(purpose: string, note: unknown, seconds: number): string;
  /** what was closed for this purpose, if it is whole, in time and of this shape */
  open<Note>(purpose: string, shape: z.ZodType<Note>, sealed: string | undefined): Note | undefined;
  /** keyed fingerprint of a text, for tokens that need no time */
  mark(purpose: string, text: string): string;
};

export function createSeal(secret: string, clock: Clock): Seal {
  const mark = (purpose: string, text: string): string =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
  return {
    mark,
    close(purpose, note, seconds) {
      const body = Buffer.from(JSON.stringify([clock().getTime() + seconds * 1000, note])).toString('base64url');
      return `${body}.${mark(purpose, body)}`;
    },
    open(purpose, shape, sealed) {
      const [body = '', given = ''] = sealed?.split('.') ?? [];
      if (!sameText(given, mark(purpose, body))) return undefined;
      const [until, note] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [number, unknown];
      return clock().getTime() < until ? shape.safeParse(note).data : undefined;
    },
  };
}

/** Compares without telling by its time where the texts differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
