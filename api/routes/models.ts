import { createHash } from 'node:crypto';
import { z } from 'zod';
import { importModel } from '../../activities/models/exchange/import-model.ts';
import { handlerNames } from '../../activities/tasks/index.ts';
import { judgeFile } from '../../activities/models/exchange/judge-file.ts';
import { may } from '../auth/abilities.ts';
import { page, refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { views } from '../schemas/views.ts';
import { whyUnreadable } from '../../activities/models/exchange/unreadable.ts';
import type { Answer } from '../http/answer.ts';
import type { ModelVerdict } from '../../activities/models/exchange/judge-file.ts';
import type { ModelVerdictView } from '../../ui/contract.ts';
import type { Problem } from '../../processes/language/failure.ts';
import type { Route } from '../http/route.ts';
import type { SentForm } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';

const tag = 'models';
const who = 'staff';

/** Files of any tool: judged, and written again as we write them. Nothing of them is kept. */
export const modelRoutes = (): Route[] => [
  route({
    method: 'get',
    path: '/models/check',
    id: 'getModelCheck',
    tag,
    who,
    summary: 'Asks for a BPMN file to check',
    answers: { status: 200, schema: views['model-check'] },
    failures: ['forbidden'],
    handle: ({ visit }) =>
      mayCheck(visit) ? page('model-check', { problems: [] }) : refused({ failure: 'forbidden' }),
  }),
  checkModel,
  exportFile,
];

const mayCheck = ({ abilities }: Visit): boolean => may(abilities, 'check', 'model');
const uploaded = (form: SentForm | undefined, key: string) => form?.uploads.find((each) => each.key === key);

const checkModel: Route = route({
  method: 'post',
  path: '/models/check',
  id: 'checkModel',
  tag,
  who,
  summary:
    'Judges a BPMN 2.0 file sent as `file` (multipart), with its DMN tables as `decisions` if there are any. Neither is kept',
  body: z.strictObject({}),
  uploads: true,
  answers: { status: 200, schema: views['model-check'] },
  failures: ['forbidden', 'invalidInput', 'tooLarge', 'forgedRequest'],
  async handle({ form, visit }) {
    if (!mayCheck(visit)) return refused({ failure: 'forbidden' });
    const file = uploaded(form, 'file');
    if (!file) return wrong([{ at: 'file', code: 'required' }]);
    const decisions = uploaded(form, 'decisions')?.bytes;
    const judged = await judgeFile(file.bytes, {
      handlers: handlerNames,
      ...(decisions === undefined ? {} : { decisions }),
    });
    if (!judged.ok) return wrong((judged.problems ?? []).map(atField));
    return page('model-check', { problems: [], verdict: viewOf(file.fileName, judged.value) });
  },
});

const exportFile: Route = route({
  method: 'post',
  path: '/models/export',
  id: 'exportModel',
  tag,
  who,
  summary: 'Writes a BPMN 2.0 file, sent as `file` (multipart) or as text in `xml`, as we write it. It is not kept',
  body: z.strictObject({ xml: z.string().optional(), fileName: z.string().max(200).optional() }),
  // 2 MB of XML, each of its signs written as three
  bodyLimit: 8 * 1024 * 1024,
  uploads: true,
  answers: { status: 200, mime: 'application/xml' },
  failures: ['forbidden', 'invalidInput', 'tooLarge', 'forgedRequest'],
  async handle({ body, form, visit }) {
    if (!mayCheck(visit)) return refused({ failure: 'forbidden' });
    const file = uploaded(form, 'file');
    const source = file?.bytes ?? body.xml;
    if (source === undefined) return wrong([{ at: 'file', code: 'required' }]);
    const read = await importModel(source);
    if (!read.ok) return wrong(whyUnreadable(source, read).map(atField));
    const bytes = Buffer.from(read.value.written);
    const etag = createHash('sha256').update(bytes).digest('hex');
    const fileName = named(file?.fileName ?? body.fileName ?? 'model');
    return { kind: 'file', bytes, mime: 'application/xml', fileName, etag, inline: false };
  },
});

const named = (fileName: string): string => `${fileName.replace(/\.(bpmn|xml)$/i, '')}.bpmn`;

/** A file that cannot be read is a fault of the field it came by. */
const atField = (problem: Problem): Problem => ({ ...problem, at: problem.at === 'decisions' ? 'decisions' : 'file' });

const wrong = (problems: Problem[]): Answer =>
  page('model-check', { problems }, { status: 422, failure: { failure: 'invalidInput', problems } });

const viewOf = (fileName: string, verdict: ModelVerdict): ModelVerdictView => ({
  fileName,
  runs: verdict.problems.length === 0,
  ...verdict,
});
