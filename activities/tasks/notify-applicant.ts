import { z } from 'zod';
import type { Json, JsonObject } from '../../processes/language/ids.ts';
import { languages } from '../../processes/language/text.ts';
import type { Language, Text } from '../../processes/language/text.ts';
import { systemScope } from '../store/scope.ts';
import { defineHandler } from './handler.ts';
import { jsonObject } from './json.ts';

const scope = systemScope('worker');

const sentences = z.object({
  'subject.pl': z.string(),
  'subject.en': z.string(),
  'subject.uk': z.string(),
  'body.pl': z.string(),
  'body.en': z.string(),
  'body.uk': z.string(),
});

const wordOf = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

/** Puts values of the input in the places of `{name}`; what is unknown leaves its place empty, never a brace. */
const filled = (sentence: string, input: JsonObject): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => wordOf(input[name]));

const textOf = (part: 'subject' | 'body', headers: z.infer<typeof sentences>, input: JsonObject): Text =>
  Object.fromEntries(languages.map((language) => [language, filled(headers[`${part}.${language}`], input)])) as Text;

const languageOf = (input: JsonObject): Language =>
  languages.find((language) => language === input['language']) ?? 'pl';

/**
 * Writes the applicant a letter, shown on the stage page at once, and mails it where an address is known (variable `email`)
 * and a mail server is. Called again after a failure, it writes nothing twice, and mails only what was not mailed.
 */
export const notifyApplicant = defineHandler({
  name: 'notifyApplicant',
  headers: sentences,
  input: jsonObject,
  output: z.strictObject({}),
  async run({ call, input, headers, file }, { store, mailer, clock }) {
    const values: JsonObject = { number: file.number, ...input };
    const id = `${call.caseId}.${call.instance}`;
    const subject = textOf('subject', headers, values);
    const body = textOf('body', headers, values);
    const address = z.email().safeParse(values['email'] ?? file.variables['email']).data;
    const to = mailer && address ? { to: address } : {};
    const at = clock().toISOString();
    const { caseId, element } = call;
    await store.messages.add(
      scope,
      { _id: id, case: caseId, unit: file.unit, at, subject, body, ...to, state: 'stored' },
      { at, actor: 'system:worker', action: 'letterSent', ...(element === undefined ? {} : { element }) },
    );
    if (!mailer || !address) return {};
    const letters = await store.messages.ofCase(scope, caseId);
    if (letters.some((letter) => letter._id === id && letter.state === 'sent')) return {};
    const language = languageOf(values);
    await mailer.send({ id, to: address, subject: subject[language], text: body[language] });
    await store.messages.mark(id, 'sent');
    return {};
  },
});
