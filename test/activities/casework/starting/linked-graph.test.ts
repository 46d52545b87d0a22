import { beforeEach, describe, expect, test } from '@jest/globals';
import { createWorld } from '../../../support/world.ts';
import { demo } from '../../../../processes/demo/procedure.ts';
import { inputOf } from '../../../../activities/casework/starting/case-input.ts';
import { readProcedureFolder } from '../../../../activities/models/index.ts';
import { systemScope } from '../../../../activities/store/scope.ts';
import type { ProcedureBundle } from '../../../../activities/casework/office.ts';
import type { World } from '../../../support/world.ts';

const author = { kind: 'system', name: 'test' } as const;
const everything = systemScope('test');
let world: World;

beforeEach(async () => {
  world = await createWorld();
});

const demoBundle = async (): Promise<ProcedureBundle> => {
  const bundle = await readProcedureFolder(demo);
  if (!bundle.ok) throw new Error('Expected the demo procedure to be readable');
  return bundle.value;
};

/** The demo procedure, which calls another instead of sending its letter. */
const caller = async (called: string, binding = ''): Promise<ProcedureBundle> => {
  const bundle = await demoBundle();
  const call = `<bpmn:callActivity id="sendCertificate" name="Wywołaj"><bpmn:extensionElements><zeebe:calledElement processId="${called}" ${binding}/></bpmn:extensionElements>`;
  const xml = bundle.xml
    .replace('<bpmn:process id="demo"', '<bpmn:process id="caller"')
    .replace('processRef="demo"', 'processRef="caller"')
    .replace(/<bpmn:sendTask id="sendCertificate"[\s\S]*?<\/bpmn:extensionElements>/, call)
    .replace('</bpmn:sendTask>', '</bpmn:callActivity>');
  return { ...bundle, manifest: { ...bundle.manifest, id: 'caller' }, xml };
};

/** The demo procedure as a newer version, told by the name of its process. */
const deployDemo = async (name: string, tag = ''): Promise<void> => {
  const bundle = await demoBundle();
  const xml = bundle.xml.replace(
    /<bpmn:process id="demo" name="[^"]*" isExecutable="true">/,
    `<bpmn:process id="demo" name="${name}" isExecutable="true">${tag}`,
  );
  const done = await world.office.deploy(author, { ...bundle, xml });
  if (!done.ok) throw new Error(`Expected a version but ${JSON.stringify(done.problems)}`);
};
const tagged = (tag: string): string =>
  `<bpmn:extensionElements><zeebe:versionTag value="${tag}"/></bpmn:extensionElements>`;

/** The name under which a case that begins now has the called process. */
const calledNow = async (): Promise<string | undefined> => {
  const filed = await world.office.submit(
    { kind: 'anonymous' },
    {
      procedureId: 'caller',
      idempotencyKey: `key-0123456789abcdef-${world.random(4).readUInt32BE()}`,
      data: { pupilFirstName: 'Jaś', pupilLastName: 'Żółty', school: 'sp-1', purpose: 'bilet', email: null },
      channel: 'web',
      attachments: [],
    },
  );
  if (!filed.ok) throw new Error(`Expected a case but ${JSON.stringify(filed)}`);
  const record = await world.store.cases.find(everything, filed.value.caseId);
  if (!record) throw new Error('Expected the case');
  const { graph } = await inputOf(world.desk, record);
  return Object.values(graph.processes).find(({ id }) => id !== graph.processId)?.name;
};

describe('a call of another procedure', () => {
  test('that is not deployed refuses the deployment, by the element that calls', async () => {
    const refused = await world.office.deploy(author, await caller('nowhere'));
    const problem = { at: 'sendCertificate', code: 'model.called-not-deployed', values: { called: 'nowhere' } };
    expect(refused).toEqual({ ok: false, failure: 'modelRefused', problems: [problem] });
    expect(await world.office.procedure('caller')).toMatchObject({ failure: 'notFound' });
    const untagged = await world.office.deploy(author, await caller('demo', 'bindingType="versionTag" versionTag="1"'));
    expect(untagged).toMatchObject({ problems: [{ at: 'sendCertificate', values: { called: 'demo', tag: '1' } }] });
  });

  test('goes to the newest version there is when the case starts', async () => {
    expect(await world.office.deploy(author, await caller('demo'))).toMatchObject({ ok: true });
    await deployDemo('Druga');
    expect(await calledNow()).toBe('Druga');
    await deployDemo('Trzecia');
    expect(await calledNow()).toBe('Trzecia');
  });

  test('bound at deployment stays with the version of that day; deployed again, it is a version of its own', async () => {
    await deployDemo('Druga');
    const first = await world.office.deploy(author, await caller('demo', 'bindingType="deployment"'));
    await deployDemo('Trzecia');
    expect(await calledNow()).toBe('Druga');
    const second = await world.office.deploy(author, await caller('demo', 'bindingType="deployment"'));
    expect([first, second]).toMatchObject([{ value: { version: 1 } }, { value: { version: 2, unchanged: false } }]);
    expect(await calledNow()).toBe('Trzecia');
  });

  test('bound to a tag takes the newest version that bears it', async () => {
    await deployDemo('Druga', tagged('2026'));
    await deployDemo('Trzecia', tagged('2027'));
    expect(
      await world.office.deploy(author, await caller('demo', 'bindingType="versionTag" versionTag="2026"')),
    ).toMatchObject({ ok: true });
    expect(await calledNow()).toBe('Druga');
  });

  test('finds a procedure by the id of its process too', async () => {
    expect(await world.office.deploy(author, await caller('stypendiumSzkolne'))).toMatchObject({ ok: true });
    expect(await calledNow()).toBe('Stypendium szkolne');
  });
});
