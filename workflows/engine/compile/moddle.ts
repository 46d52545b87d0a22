/** What the compiler needs of an element parsed by bpmn-moddle or dmn-moddle; the caller parses. */
export type ModdleElement = { readonly $type: string };
