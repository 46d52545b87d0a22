export type EngineState = { seq: number };
