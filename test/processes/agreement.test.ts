import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { variableName } from '../../activities/casework/starting/case-input.ts';
import { procedures } from '../../processes/index.ts';
import type { FormComponent } from '../../processes/language/form.ts';
import { readCondition } from '../../processes/language/form-condition.ts';
import { isTermDuration } from '../../processes/language/term.ts';
import { jrwaSample } from '../../processes/law/jrwa.sample.ts';
import { parametersOn } from '../../processes/law/parameters.ts';
import type { NodeOf } from '../../workflows/engine/graph.ts';
import { deploy, type Deployed } from './scenario-run.ts';

const inside = (components: FormComponent[]): FormComponent[] =>
  components.flatMap((one) => ('components' in one ? [one, ...inside(one.components)] : [one]));
const named = (pattern: RegExp, text: string): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].sort();
const listed = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe.each(Object.keys(procedures))('the folder of %s', (id) => {
  const folder = join('processes', id);
  const procedure = procedures[id]!;
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await deploy(procedure);
  });
  const userTasks = (): NodeOf<'userTask'>[] =>
    Object.values(deployed.graph.nodes).filter((node) => node.kind === 'userTask');
  const startFields = (): string[] =>
    inside(deployed.bundle.forms[procedure.start[0]?.form ?? '']?.components ?? []).flatMap((one) =>
      'key' in one ? [one.key] : [],
    );

  test('bears the id of its procedure and explains itself', () => {
    expect(procedure.id).toBe(id);
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
    expect(isTermDuration(procedure.term.duration)).toBe(true);
    expect(jrwaSample.map(({ symbol }) => symbol)).toContain(procedure.jrwa);
  });

  test('holds exactly the forms that the manifest names and people are given', () => {
    const { forms } = deployed.bundle;
    expect(listed(join(folder, 'forms'), '.form.json')).toEqual(procedure.forms.toSorted());
    expect(
      Object.values(forms)
        .map((form) => form.id)
        .sort(),
    ).toEqual(procedure.forms.toSorted());
    const given = [...procedure.start.map(({ form }) => form), ...userTasks().flatMap(({ form }) => form ?? [])];
    expect([...new Set(given)].sort()).toEqual(procedure.forms.toSorted());
  });

  test('asks in three languages, under conditions that can be read, and never for a PESEL', () => {
    for (const form of Object.values(deployed.bundle.forms))
      for (const component of inside(form.components)) {
        const properties = component.properties ?? {};
        const said = ['label', 'description', 'text'].filter((name) => name in component);
        const options = 'values' in component ? (component.values ?? []).map(({ value }) => `option.${value}`) : [];
        const translations = [...said, ...options].flatMap((name) => [`${name}.en`, `${name}.uk`]);
        expect(translations.filter((name) => !properties[name])).toEqual([]);
        const hide = component.conditional?.hide;
        if (hide !== undefined) expect(readCondition(hide)).toBeDefined();
        if ('key' in component) expect(component.key).toMatch(/^(?!.*pesel)[a-z][A-Za-z0-9]*$/i);
      }
  });

  test('names a unit and initials that the start form asks for, and each start form begins it for everybody', () => {
    for (const key of [procedure.unitVariable, ...(procedure.subject ?? [])]) expect(startFields()).toContain(key);
    expect(new Set(procedure.start.map(({ form }) => form)).size).toBe(1);
  });

  test('holds exactly the templates that the manifest names', () => {
    expect(listed(join(folder, 'documents'), '.typ')).toEqual(
      procedure.documents.map(({ template }) => template.replace('.typ', '')).sort(),
    );
  });

  test('demands every planned signature in exactly one place, in the planned order', () => {
    const demanded = userTasks().flatMap(({ signature }) =>
      signature ? [`${signature.document}.${signature.field}`] : [],
    );
    const planned = procedure.documents.flatMap(({ id: document, signatures }) =>
      signatures.map(({ field }) => `${document}.${field}`),
    );
    expect(demanded.sort()).toEqual(planned.sort());
    for (const { signatures } of procedure.documents)
      expect(signatures.map(({ order }) => order)).toEqual(signatures.map((_, index) => index + 1));
  });

  test('reaches exactly the stages of the manifest', () => {
    const reached = new Set(Object.values(deployed.graph.nodes).flatMap(({ stage }) => stage ?? []));
    expect([...reached].sort()).toEqual(procedure.stages.map(({ id: stage }) => stage).sort());
  });

  test('freezes exactly the parameters its model, tables and templates read', () => {
    const { xml, decisions = '', templates } = deployed.bundle;
    const read = named(/parameters\.(\w+)/g, [xml, decisions, ...Object.values(templates)].join('\n'));
    expect(read).toEqual(procedure.parameters.map(variableName).sort());
    expect(parametersOn('2026-11-23', procedure.parameters).ok).toBe(true);
  });

  test('draws every element and every flow', () => {
    const drawn = new Set(named(/bpmnElement="(\w+)"/g, deployed.bundle.xml));
    const { nodes, flows } = deployed.graph;
    expect([...Object.keys(nodes), ...Object.keys(flows)].filter((element) => !drawn.has(element))).toEqual([]);
  });
});
