/** How long each part of a start took; parts may run at the same time. */
export type Phases = {
  during<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
  report(): string;
  /** milliseconds since the beginning */ total(): number;
};

export function watchPhases(): Phases {
  const began = performance.now();
  const rows: { name: string; from: number; until: number }[] = [];
  return {
    async during(name, work) {
      const from = performance.now() - began;
      try {
        return await work();
      } finally {
        rows.push({ name, from, until: performance.now() - began });
      }
    },
    total: () => performance.now() - began,
    report: () =>
      rows.map(({ name, from, until }) => `${milliseconds(from)} → ${milliseconds(until)}  ${name}`).join('\n'),
  };
}

const milliseconds = (value: number): string => `${Math.round(value).toString().padStart(6)} ms`;
