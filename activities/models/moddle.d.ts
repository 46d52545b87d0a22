/** Types of the packages that ship none, as far as the product uses them. */
declare module 'bpmn-moddle' {
  export type ModdleWarning = Error & { element?: { id?: string }; property?: string; value?: string };
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{
      rootElement: unknown;
      warnings: ModdleWarning[];
      elementsById: Record<string, unknown>;
    }>;
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

declare module 'dmn-moddle' {
  import type { ModdleWarning } from 'bpmn-moddle';
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: ModdleWarning[] }>;
  }
}

declare module 'bpmnlint' {
  export type LintReport = {
    id?: string;
    message: string;
    category: 'off' | 'warn' | 'error' | 'info' | 'rule-error';
    values?: Record<string, string | number>;
  };
  export class Linter {
    constructor(options: {
      resolver: {
        resolveRule(pkg: string, name: string): unknown;
        resolveConfig(pkg: string, name: string): unknown;
      };
      config?: { extends?: string | string[]; rules?: Record<string, 'off' | 'warn' | 'error'> };
    });
    lint(root: unknown): Promise<Record<string, LintReport[]>>;
  }
}

declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      event: 'openTag',
      then: (name: string, attributes: () => Record<string, string>, decode: Decode, isEmpty: boolean) => void,
    ): this;
    on(event: 'closeTag', then: (name: string) => void): this;
    on(event: 'text' | 'comment', then: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', then: (text: string) => void): this;
    on(event: 'error' | 'warn', then: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
