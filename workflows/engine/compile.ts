import type { Result } from '../../processes/language/failure.ts';
import { fail } from '../../processes/language/failure.ts';
import type { ModdleElement } from './compile/moddle.ts';
import type { ProcessGraph } from './graph.ts';

/** Compiles a parsed model (bpmn-moddle with the zeebe and obieg packages), or says all that is wrong with it, each with its element's id. */
export const compile = (
  _definitions: ModdleElement,
  _decisions?: ModdleElement,
  _processId?: string,
): Result<ProcessGraph> => fail('modelRefused');
