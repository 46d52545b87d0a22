import { beforeAll, describe, expect, test } from '@jest/globals';
import { typstMaker } from '../../activities/documents/typst-maker.ts';
import { procedures, scenarios } from '../../processes/index.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { Effect } from '../../workflows/engine/contract.ts';
import { deploy, runScenario, type Deployed } from './scenario-run.ts';

const maker = typstMaker();
const made = async ({ procedure, bundle }: Deployed, id: string, data: JsonObject) => {
  const { title, signatures } = procedure.documents.find((document) => document.id === id)!;
  return maker.make({
    template: bundle.templates[id] ?? '',
    data,
    title: title.pl,
    language: 'pl',
    createdAt: '2026-09-21T10:00:00.000Z',
    signatures: signatures.map((field) => ({ ...field, labelPl: field.label.pl })),
    verification: { code: '7K3M-Q9XV-2HTC', url: 'http://127.0.0.1/verify/7K3M-Q9XV-2HTC' },
  });
};
const asked = (effects: Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'activityStarted' && effect.handler === 'makeDocument'
      ? [{ id: effect.headers['document'] ?? '', data: (effect.input['data'] ?? effect.input) as JsonObject }]
      : [],
  );

describe.each(Object.keys(procedures))('documents of %s', (id) => {
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await deploy(procedures[id]!);
  });

  test.each((scenarios[id] ?? []).map((scenario) => [scenario.title, scenario] as const))(
    'are made from what the model passes on: %s',
    async (_, scenario) => {
      for (const { id: document, data } of asked(runScenario(deployed, scenario).effects)) {
        const result = await made(deployed, document, data);
        expect(result).toMatchObject({ ok: true });
      }
    },
  );

  test('are made from the sample of the manifest', async () => {
    for (const document of deployed.procedure.documents)
      expect(await made(deployed, document.id, deployed.procedure.sample ?? {})).toMatchObject({ ok: true });
  });

  test('are each made in some scenario', () => {
    const all = (scenarios[id] ?? []).flatMap((scenario) => asked(runScenario(deployed, scenario).effects));
    expect(new Set(all.map((one) => one.id))).toEqual(new Set(deployed.procedure.documents.map((one) => one.id)));
  });
});

test('a decision has all that art. 107 § 1 KPA asks for', async () => {
  const { bundle } = await deploy(procedures['stypendium-szkolne']!);
  const template = bundle.templates['decision'] ?? '';
  const elements = [
    '#letterhead(',
    '#reference(',
    '#addressee[',
    'Na podstawie',
    'przyznaję',
    'odmawiam',
    '== Uzasadnienie',
    '== Pouczenie',
    'Samorządowego Kolegium Odwoławczego',
    '14 dni',
    '#signature-fields()',
  ];
  expect(elements.filter((element) => !template.includes(element))).toEqual([]);
});
