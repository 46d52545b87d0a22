export type ProcessGraph = { format: 1; processId: string };
