import type { CandidateRole } from '../../processes/language/party.ts';

const known: Record<CandidateRole, boolean> = {
  'secretary@unit': true,
  'secretary@department': true,
  'secretary@case': false,
  'director@unit': true,
  'director@department': true,
  'director@case': false,
  'clerk@unit': true,
  'clerk@department': true,
  'clerk@case': false,
  'administrator@unit': true,
  'administrator@department': true,
  'administrator@case': false,
  'applicant@unit': false,
  'applicant@department': false,
  'applicant@case': true,
};

/** Roles a task may be given to. Only the party is looked up in the case itself; offices are held in units. */
export const candidateRoles: string[] = Object.entries(known).flatMap(([role, allowed]) => (allowed ? [role] : []));
