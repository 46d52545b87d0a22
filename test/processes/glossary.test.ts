import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../support/source-files.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
/** Nouns of office and school law that are likely to be written; each needs its row before it is used. */
const watched =
  `akt akta aneks arkusz awans decyzja dekretacja dochod doreczenie dotacja dyrektor dziennik ewidencja faktura gmina
  karta klasa komisja kpa jrwa kurator metryka nabor nauczyciel nip nrb oddzial odmowa odwolanie opinia oplata organ orzeczenie
  pelnomocnik pesel pismo placowka podanie ponaglenie postanowienie pouczenie pozostawienie prezydent protokol przedszkole regon
  rejestr rodzic rozstrzygniecie sekretariat skarga sprawa strona stypendium swiadczenie szkola szkolne teczka termin uchwala uczen
  umowa upowaznienie urzad uzasadnienie wezwanie wniosek wnioskodawca wycofanie wydzial wykaz zalacznik zarzadzenie zasilek
  zaswiadczenie zawiadomienie zazalenie zgoda zlote grosze znak`.split(/\s+/);
/** Spellings that English words do not have. */
const polish = /sz|cz|rz|acj|ieni[ea]$|[wt]anie$|osc$/;

const files = readdirSync('processes', { recursive: true, encoding: 'utf8' }).map((name) => join('processes', name));
const named = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

/** What a file calls things: identifiers of code, ids of models, keys and values of forms, its own name. */
const identifiersOf = (path: string): string[] => {
  if (path.endsWith('.ts')) return [path, ...named(/\b([A-Za-z_]\w*)\b/g, codeOf(read(path)))];
  if (/\.(bpmn|dmn)$/.test(path))
    return [
      path,
      ...named(/(?:\b(?:id|formId|resultVariable|target)=|<bpmn:message .*\bname=)"([A-Za-z][\w-]*)"/g, read(path)),
    ];
  if (path.endsWith('.form.json')) return [path, ...named(/"(?:key|path|value|id)": "([^"]+)"/g, read(path))];
  return [path];
};
const wordsOf = (identifier: string): string[] =>
  identifier
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const terms = new Set(
  [...read('processes/GLOSSARY.md').matchAll(/^\| (\w+) \| .+ \| .+ \|$/gm)].flatMap((row) => wordsOf(row[1]!)),
);

describe('the glossary', () => {
  test('has rows', () => {
    expect(terms.size).toBeGreaterThan(10);
  });

  test('lists every Polish noun that identifiers in processes use', () => {
    const words = new Set(
      files
        .filter((file) => /\.\w+$/.test(file))
        .flatMap(identifiersOf)
        .flatMap(wordsOf),
    );
    const used = [...words].filter((word) => watched.includes(word) || polish.test(word));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((word) => !terms.has(word))).toEqual([]);
  });
});
