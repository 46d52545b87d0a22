import type { FrozenParameter } from '../language/case.ts';
import type { LocalDate } from '../language/ids.ts';
import { fail, ok } from '../language/failure.ts';
import type { Result } from '../language/failure.ts';
import { kpaParameters } from './kpa.ts';
import type { Parameter } from './parameter.ts';
import { stypendiumParameters } from './stypendium.ts';

/** Every dated parameter the procedures use. */
export const parameters: Parameter[] = [...kpaParameters, ...stypendiumParameters];

const holdsOn = (date: LocalDate, { validFrom, validTo }: Parameter): boolean =>
  validFrom <= date && (validTo === undefined || date <= validTo);

/**
 * The values in force on a day, in the order of the keys, ready to be frozen in a case.
 * `unknownReference` names every key that has no value on that day.
 */
export const parametersOn = (
  date: LocalDate,
  keys: string[],
  from: Parameter[] = parameters,
): Result<FrozenParameter[]> => {
  const found = keys.map((key) => from.find((one) => one.key === key && holdsOn(date, one)));
  const problems = keys
    .filter((_, index) => !found[index])
    .map((key) => ({ at: key, code: 'noParameterOnDate', values: { date } }));
  if (problems.length > 0) return fail('unknownReference', { detail: `no value on ${date}`, problems });
  return ok(
    found
      .filter((one) => one !== undefined)
      .map(({ key, value, unit, basis, validFrom, confirmed }) => ({ key, value, unit, basis, validFrom, confirmed })),
  );
};
