import { z } from 'zod';
import type { DefinitionHash } from '../../processes/language/ids.ts';
import type { DeployedProcedure } from '../../activities/casework/office.ts';
import type { Pages } from '../../ui/contract.ts';

export const procedureParams = { procedureId: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) };

type Row = Pages['procedures']['rows'][number];

export const procedureRow = ({ procedure, version, hash, deployedAt }: DeployedProcedure): Row => ({
  id: procedure.id,
  title: procedure.title,
  summary: procedure.summary,
  version,
  hash,
  deployedAt,
});

export const diagramUrl = (procedureId: string, hash: DefinitionHash): string =>
  `/procedures/${procedureId}/diagram?hash=${hash}`;
