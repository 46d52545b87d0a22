import { createHmac } from 'node:crypto';
import { readableCode } from '../casework/following/tracking-code.ts';

/**
 * The code printed on a document: 80 bits that nobody can guess, the same each time the document is made, because it is
 * derived from case and instance under a secret of the installation.
 */
export const verificationCode = (secret: string, caseId: string, instance: string): string =>
  readableCode(createHmac('sha256', secret).update(`document ${caseId}.${instance}`).digest(), 16);
