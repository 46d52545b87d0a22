import { spawn } from 'node:child_process';

/**
 * A shell that outlives this process by moments: when its input closes, because this process ended in whatever way
 * (also by SIGKILL), it asks the engine to stop, and kills it if it has not stopped in ten seconds.
 * A session of its own keeps it out of reach of Ctrl-C and of a kill of our process group.
 */
const script = `cat >/dev/null
kill -TERM "$1" 2>/dev/null || exit 0
i=0
while [ $i -lt 100 ]; do sleep 0.1; kill -0 "$1" 2>/dev/null || exit 0; i=$((i+1)); done
kill -KILL "$1" 2>/dev/null`;

export type Watchdog = { /** the engine has ended: its number may soon be another's */ dismiss(): void };

export function guard(enginePid: number): Watchdog {
  const dog = spawn('/bin/sh', ['-c', script, 'obieg-watchdog', String(enginePid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  dog.unref();
  dog.once('error', () => undefined);
  return {
    dismiss() {
      if (dog.pid === undefined || dog.exitCode !== null || dog.signalCode !== null) return;
      try {
        process.kill(-dog.pid, 'SIGKILL');
      } catch {
        // ended in between
      }
    },
  };
}
