import { procedures } from '../../processes/index.ts';
import { readProcedureFolder } from '../../activities/models/index.ts';
import type { Office } from '../../activities/casework/office.ts';
import type { Actor } from '../../processes/language/party.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import type { ProcedureBundle } from '../../activities/casework/office.ts';
import { fail } from '../../processes/language/failure.ts';

export const commandLine: Actor = { kind: 'system', name: 'cli' };

/** A procedure of the catalogue by its id; or by the path of a folder of that name, whose files are then taken. */
export async function bundleOf(named: string): Promise<Result<ProcedureBundle>> {
  const id = named.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const manifest = procedures[id];
  if (manifest === undefined) {
    const known = Object.keys(procedures).join(', ');
    return fail('unknownReference', { detail: `There is no procedure ${id}; there are ${known}` });
  }
  return readProcedureFolder(manifest, named.includes('/') ? named : undefined);
}

/** Deploys every procedure of the catalogue. Throws when one is refused: the catalogue is part of the product. */
export async function deployCatalogue(office: Office): Promise<void> {
  await Promise.all(
    Object.keys(procedures).map(async (id) => {
      const bundle = await bundleOf(id);
      const deployed = bundle.ok ? await office.deploy(commandLine, bundle.value) : bundle;
      if (deployed.ok) return;
      const why = deployed.detail ?? (deployed.problems ?? []).map(sentenceOfProblem).join('; ');
      throw new Error(`Expected procedure ${id} of the catalogue to be deployed, but ${deployed.failure}: ${why}`);
    }),
  );
}

/** A problem of a model, for whoever wrote it: the element, then the rule, then what it says. */
export const sentenceOfProblem = ({ at, code, values = {} }: Problem): string => {
  const details = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return [at, code, ...(details.length > 0 ? [`(${details.join(', ')})`] : [])].filter((part) => part !== '').join(' ');
};
