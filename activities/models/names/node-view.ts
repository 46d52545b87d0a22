import type { Expression } from '../../../workflows/engine/feel.ts';

type Target = { target: string };

/** What a node of the graph may have that has to do with names, whatever its kind. */
export type NodeView = {
  id: string;
  kind: string;
  inputs?: Target[];
  outputs?: Target[];
  dataInputs?: Target[];
  dataOutputs?: (Target & { output: string })[];
  form?: string;
  script?: Expression;
  result?: string;
  handler?: string;
  headers?: Record<string, string>;
  message?: string;
  events?: { kind: string; message?: string }[];
  loop?: { kind?: string; item?: string; output?: { collection: string } };
};

const isExpression = (value: object): value is Expression => 'feel' in value && 'reads' in value;

/** Every expression in a part of the graph, however deep, but not those under `except`. */
export const expressionsIn = (value: unknown, except: string[] = []): Expression[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isExpression(value)) return [value];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    except.includes(key) ? [] : expressionsIn(part, except),
  );
};
