import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { StackedTable } from './stacked-table.tsx';
import { durationText } from './term.tsx';
import { formatMoney } from '../../processes/language/money.ts';
import { htmlOf } from './raw.ts';
import { showDate } from './dates.ts';
import { wordFor } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { FrozenParameter } from '../../processes/language/case.ts';
import type { Language } from '../../processes/language/text.ts';

/** The dated figures this case is decided by, each with its legal basis. */
export const CaseParameters = ({
  language,
  parameters,
}: {
  language: Language;
  parameters: FrozenParameter[];
}): VNode | null => {
  const { case: t } = textsOf(language);
  if (parameters.length === 0) return null;
  return (
    <Govuk
      name="details"
      params={{
        summaryText: t.parameters,
        html: htmlOf(
          <>
            <p class="govuk-body">{t.parametersHint}</p>
            <StackedTable
              caption={t.parameters}
              columns={[t.parameter, t.value, t.basis, t.from]}
              rows={parameters.map((parameter) => [
                nameOf(language, parameter.key),
                <strong>{valueOf(language, parameter)}</strong>,
                <>
                  {parameter.basis}
                  {!parameter.confirmed && <span class="obieg-quiet obieg-line">{t.unconfirmed}</span>}
                </>,
                showDate(language, parameter.validFrom),
              ])}
            />
          </>,
        ),
      }}
    />
  );
};

const nameOf = (language: Language, key: string): string => wordFor(textsOf(language).parameter, key) ?? key;

const valueOf = (language: Language, { value, unit }: FrozenParameter): string => {
  if (unit === 'gr' && typeof value === 'number') return formatMoney(value, language);
  if (unit === 'term') return durationText(language, String(value));
  if (unit === '%') return `${value} %`;
  return unit === 'months' ? durationText(language, `P${value}M`) : String(value);
};
