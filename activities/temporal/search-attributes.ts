import { TypedSearchAttributes, defineSearchAttributeKey } from '@temporalio/common';
import { isGrpcServiceError } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import type { UnitId } from '../../processes/language/ids.ts';

const unitKey = defineSearchAttributeKey('ObiegUnit', 'KEYWORD');
const procedureKey = defineSearchAttributeKey('ObiegProcedure', 'KEYWORD');

/** gRPC: permission denied, unimplemented (the time-skipping test server) */
const cannotTell = new Set([7, 12]);

type Attributes = { typedSearchAttributes?: TypedSearchAttributes };

/**
 * What operators find a case by in Temporal's own tools: unit and procedure, nothing personal. A server that does not
 * know the two attributes would refuse the start, so it is asked once; without them cases run all the same.
 */
export const createSearchAttributes = (
  connection: Connection,
  namespace: string,
): ((unit: UnitId, procedure: string) => Promise<Attributes>) => {
  let known: boolean | undefined;
  const isKnown = async (): Promise<boolean> => {
    try {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      return Object.hasOwn(customAttributes, unitKey.name) && Object.hasOwn(customAttributes, procedureKey.name);
    } catch (error) {
      if (isGrpcServiceError(error) && cannotTell.has(error.code)) return false;
      throw error;
    }
  };
  return async (unit, procedure) => {
    known ??= await isKnown();
    if (!known) return {};
    return {
      typedSearchAttributes: new TypedSearchAttributes([
        { key: unitKey, value: unit },
        { key: procedureKey, value: procedure },
      ]),
    };
  };
};
