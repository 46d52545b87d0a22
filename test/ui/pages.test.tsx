import { describe, expect, test } from '@jest/globals';
import { languages } from '../../processes/language/text.ts';
import { renderPage } from '../../ui/render.ts';
import { samples } from './page-samples.tsx';
import type { Language } from '../../processes/language/text.ts';
import type { Sample } from './page-samples.tsx';

const html = ({ viewer, path, draw }: Sample, language: Language, notice?: string): string =>
  renderPage(draw({ language, viewer, path, csrf: 'token', demo: true, assets: {}, ...(notice ? { notice } : {}) }));
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const tags = (text: string, name: string): string[] => text.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
const drawn = samples.flatMap((sample) => languages.map((language) => [sample.name, language, html(sample, language)]));

describe.each(drawn)('%s in %s', (_name, language, page) => {
  test('is one whole document in its language with one heading of the first level', () => {
    expect(page).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]{3,}<\/title>/);
  });

  test('names every id once and refers only to ids it has', () => {
    const ids = all(page, /\sid="([^"]*)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const wanted = [
      ...all(page, /\sfor="([^"]*)"/g),
      ...all(page, /href="#([^"]*)"/g),
      ...all(page, /aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((list) => list.split(' ')),
    ];
    // The count of characters gets its sentence from the page's script.
    expect(wanted.filter((id) => id !== '' && !ids.includes(id) && !id.endsWith('-info'))).toEqual([]);
  });

  test('gives every field a label', () => {
    const fields = [...tags(page, 'input'), ...tags(page, 'select'), ...tags(page, 'textarea')];
    const labelled = all(page, /\sfor="([^"]*)"/g);
    const unlabelled = fields
      .filter((tag) => !/type="hidden"/.test(tag))
      .filter((tag) => !labelled.includes(/\sid="([^"]*)"/.exec(tag)?.[1] ?? ''));
    expect(unlabelled).toEqual([]);
  });

  test('has no script or style of its own and no hole in its sentences', () => {
    expect(page).not.toMatch(/\sstyle=|<style\b|\son\w+=|javascript:/i);
    expect(tags(page, 'script').filter((tag) => !/\ssrc="\/assets\/[\w.-]+"/.test(tag))).toEqual([]);
    const words = page.replaceAll(/<(?:[^>"]|"[^"]*")*>/g, ' ');
    expect(words).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
  });

  test('proves with every form that it was sent from our own page', () => {
    const unsafe = page
      .split('<form')
      .slice(1)
      .filter((form) => /^[^>]*method="post"/.test(form));
    expect(unsafe.filter((form) => !form.includes('name="_csrf" value="token"'))).toEqual([]);
  });
});

describe('what is told to whom', () => {
  const page = (name: string, language: Language = 'pl', notice?: string): string =>
    html(
      samples.find((sample) => sample.name === name)!,
      language,
      notice,
    );

  test('a party sees the office, never the names of officials, incidents or the record', () => {
    for (const name of ['public-case', 'public-case-own', 'public-case-ended']) {
      expect(page(name)).not.toContain('Świętosława');
      expect(page(name)).toContain('podpisano');
    }
    expect(page('my-cases')).not.toContain('wymaga interwencji');
  });

  test('every stage says its state in words and one is the present one', () => {
    expect(page('public-case')).toContain('Etap 3 z 6');
    expect(page('public-case').match(/aria-current="step"/g)).toHaveLength(1);
  });

  test('the term is derived step by step, each with its legal basis', () => {
    expect(page('case')).toContain('25 grudnia 2026 to święto (Boże Narodzenie)');
    expect(page('case')).toContain('Dodajemy 1 miesiąc: wypada 25 grudnia 2026 (KPA art. 57 § 3).');
  });

  test('the diagram has its twin: every step with its state and links to what may follow', () => {
    expect(page('case')).toContain('<li id="step-formalCheck"');
    expect(page('case')).toContain('href="#step-isComplete"');
    expect(page('case')).toContain('obieg-state--incident');
  });

  test('a place of a model that needs correcting is linked to its step, and the step says so', () => {
    const faults = page('model-check-faults', 'en');
    expect(faults).toContain('This model cannot run here yet');
    expect(faults).toContain('4 places need correcting.');
    expect(faults).toMatch(/href="#step-formalCheck"[^>]*><strong>Kontrola/);
    expect(faults).toMatch(/<li id="step-makeCall" class="[^"]*--faulty"/);
    expect(faults.match(/obieg-state--faulty/g)).toHaveLength(2);
    expect(faults).toContain('data-diagram="#model-xml"');
    expect(page('model-check-list')).not.toContain('data-diagram');
    expect(page('model-check-list')).toContain('Plik nie ma schematu');
    expect(page('model-check-runs')).toContain('Ten model działa tu bez zmian');
  });

  test('a problem is named first, linked to its field and told again beside it', () => {
    const wrong = page('application-wrong');
    expect(wrong).toMatch(/<title>Błąd: /);
    expect(wrong).toContain('href="#field-members.0.income"');
    expect(wrong.match(/Wpisz kwotę w złotych/g)).toHaveLength(2);
    expect(wrong).toContain('value="tysiąc"');
    expect(wrong).toContain('Wpisz miesiąc i rok, na przykład 10.2026.');
  });

  test('rows are added and removed by plain buttons', () => {
    expect(page('application-wrong')).toContain('name="_action" value="remove:members:1"');
    expect(page('application-wrong')).toMatch(/value="add:members"/);
  });

  test('what is signed is named by its hash', () => {
    expect(page('task-sign')).toMatch(/name="expectedHead" value="a3f5c89+"/);
  });

  test('a notice of a code we do not know is not shown', () => {
    expect(page('inbox', 'en', 'completed')).toContain('Task completed');
    expect(page('inbox', 'en', 'constructor')).not.toContain('notification-banner');
  });
});
