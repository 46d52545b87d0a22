import { WorkflowNotFoundError, WorkflowUpdateFailedError, isGrpcServiceError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fail } from '../../processes/language/failure.ts';
import type { Failure } from '../../processes/language/failure.ts';
import { refusalType } from '../../workflows/contract.ts';

type Failed = ReturnType<typeof fail>;

const retryAfterSeconds = 5;

export const unavailable = (detail: string): Failed => fail('engineUnavailable', { detail, retryAfterSeconds });

/** The case's own refusal, as its validator gave it. */
const refusalOf = (error: unknown): Failed | undefined => {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== refusalType) return undefined;
  const { failure, ...more } = (cause.details ?? [])[0] as Failure;
  return fail(failure, more);
};

const codeOf = (error: unknown): number | undefined => {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : undefined;
};

/** gRPC codes that mean: cancelled, deadline passed, overloaded, no worker, aborted, out of reach. The call may be repeated. */
const outOfReach = new Set([1, 4, 8, 9, 10, 14]);

/** An expected failure of a call as a value; anything else is thrown on as the bug it is. */
export const failureOf = (error: unknown): Failed => {
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  if (error instanceof WorkflowNotFoundError) return fail('notFound');
  const code = codeOf(error);
  if (code !== undefined && outOfReach.has(code)) return unavailable(`Temporal answered with gRPC code ${code}`);
  if (error instanceof Error && /failed to connect|Deadline|DEADLINE/i.test(error.message))
    return unavailable('Temporal did not answer in time');
  throw error;
};
