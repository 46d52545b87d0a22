const asked = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves at the first Ctrl-C or request to end. A second Ctrl-C, after a moment (npm passes the first one on twice),
 * does not wait for anything: the watchdogs stop the engines.
 */
export function untilAsked(impatient: () => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    for (const signal of asked) {
      process.on(signal, () => {
        const now = performance.now();
        first ??= now;
        resolve();
        if (now - first > 1000) impatient();
      });
    }
  });
}
