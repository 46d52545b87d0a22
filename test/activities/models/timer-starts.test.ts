import { describe, expect, test } from '@jest/globals';
import { createModels } from '../../../activities/models/index.ts';
import { handlerNames, handlerWrites } from '../../../activities/tasks/index.ts';
import { languages } from '../../../processes/language/text.ts';
import { problemText } from '../../../ui/texts/texts.ts';
import { startXml, timedProcedure, timerXml } from '../casework/starting/timed-procedure.ts';

const models = createModels(handlerNames, handlerWrites);
const problemsOf = (xml: string) => models.check(timedProcedure(xml));
const codes = async (xml: string) => (await problemsOf(xml)).map(({ at, code }) => `${at} ${code}`);

describe('a process that begins by a timer', () => {
  test.each([
    ['timeCycle', 'R/P1Y'],
    ['timeCycle', 'R3/PT24H'],
    ['timeCycle', 'R/2027-09-01/P1Y'],
    ['timeCycle', 'R/2027-09-01T08:00:00/P1M'],
    ['timeCycle', 'R/P1M/2030-01-01'],
    ['timeCycle', '="R/" + string(date("2027-09-01")) + "/P1Y"'],
    ['timeDate', '2027-09-01'],
    ['timeDate', '2027-09-01T08:00:00+02:00'],
    ['timeDate', '=date and time("2027-09-01T08:00:00Z")'],
    ['timeDate', '=now() + duration("P1D")'],
  ] as const)('deploys with %s %s, and without any start form', async (kind, text) => {
    expect(await problemsOf(startXml(timerXml(kind, text)))).toEqual([]);
  });

  test.each([
    ['timeDuration', 'P1Y', ['yearly model.timerStartDuration']],
    ['timeDuration', '=duration("P1Y")', ['yearly model.timerStartDuration']],
    ['timeDate', '=dueAt', ['yearly model.timerStartUnclear']],
    ['timeDate', '=term', ['yearly model.nameUnknown', 'yearly model.timerStartUnclear']],
    ['timeCycle', '="every year"', ['yearly model.timerStartUnclear']],
    ['timeDate', '=duration("P1D")', ['yearly model.timerStartUnclear']],
    ['timeCycle', 'R/2027-13-01/P1Y', ['yearly model.timer-invalid', 'yearly model.timer-parses']],
  ] as const)('is refused with %s %s', async (kind, text, found) => {
    expect((await codes(startXml(timerXml(kind, text)))).toSorted()).toEqual(found);
  });

  test('may read which round it is of, and only where there is one', async () => {
    const reading = (start: string) =>
      startXml(start, { task: 'X' }).replace(
        '<zeebe:formDefinition',
        '<zeebe:ioMapping><zeebe:input source="=dueAt" target="round"/></zeebe:ioMapping><zeebe:formDefinition',
      );
    expect(await codes(reading(timerXml('timeCycle', 'R/P1Y')))).toEqual([]);
    expect(await codes(reading(''))).toEqual(['review model.nameUnknown']);
  });

  test.each(['model.timerStartDuration', 'model.timerStartUnclear'])('%s is a sentence in every language', (code) => {
    const sentences = languages.map((language) => problemText(language, { code, values: { timer: 'P1Y' } }));
    expect(new Set(sentences).size).toBe(languages.length);
    expect(sentences.filter((sentence) => sentence.includes(code))).toEqual([]);
  });
});
