import type { VNode } from 'preact';
import { ActionForm } from './action-form.tsx';
import { Govuk } from './govuk.ts';
import { StackedTable } from './stacked-table.tsx';
import { fill } from '../texts/plural.ts';
import { failureText, textsOf } from '../texts/texts.ts';
import { htmlOf } from './raw.ts';
import { showInstant } from './dates.ts';
import type { Language } from '../../processes/language/text.ts';
import type { OperatorView, TokenView, WaitView } from '../../processes/language/operating.ts';
import type { PageContext } from '../contract.ts';

type Props = { context: PageContext; view: OperatorView };

export const waitText = (language: Language, wait: WaitView): string => {
  const { waits } = textsOf(language).operating;
  if (wait.for === 'timer') return fill(waits.timer, { at: showInstant(language, wait.at) });
  return wait.for === 'message' || wait.for === 'signal' ? fill(waits[wait.for], { name: wait.name }) : waits[wait.for];
};

const Waits = ({ language, token }: { language: Language; token: TokenView }): VNode => {
  const { waits } = textsOf(language).operating;
  const { incident } = token;
  const text = token.waits.map((wait) => waitText(language, wait)).join('; ');
  return (
    <>
      {text === '' ? waits.nothing : text}
      {incident && (
        <span class="obieg-line">
          <strong>{failureText(language, incident.failure).title}</strong> <code lang="en">{incident.detail}</code>
        </span>
      )}
    </>
  );
};

/** Where it can be put, and its end, behind one press so that neither happens by a slip. */
const MoveOrEnd = ({ context, view, token }: Props & { token: TokenView }): VNode => {
  const { operating: t } = textsOf(context.language);
  const base = `/cases/${view.id}/tokens/${token.instance}`;
  const places = view.scopes.find(({ scope }) => scope === token.scope)?.places ?? [];
  return (
    <Govuk
      name="details"
      params={{
        summaryText: fill(t.act, { name: token.name }),
        html: htmlOf(
          <>
            {places.length > 0 && (
              <form method="post" action={`${base}/move`}>
                <input type="hidden" name="_csrf" value={context.csrf} />
                <Govuk
                  name="select"
                  params={{
                    id: `move-${token.instance}`,
                    name: 'to',
                    label: { text: t.moveTo },
                    items: places.map(({ element, name }) => ({ value: element, text: `${name} (${element})` })),
                  }}
                />
                <Govuk
                  name="button"
                  params={{ text: t.move, preventDoubleClick: true, classes: 'govuk-button--secondary' }}
                />
              </form>
            )}
            <ActionForm context={context} action={`${base}/end`} label={t.end} secondary />
          </>,
        ),
      }}
    />
  );
};

const Actions = ({ context, view, token }: Props & { token: TokenView }): VNode => {
  const { operating: t } = textsOf(context.language);
  return (
    <>
      {token.incident && (
        <ActionForm
          context={context}
          action={`/cases/${view.id}/incidents/${token.incident.id}/retry`}
          label={fill(t.retry, { name: token.name })}
          secondary
        />
      )}
      {token.movable && <MoveOrEnd context={context} view={view} token={token} />}
    </>
  );
};

/** Every token: where it is, since when, what it waits for, and what can be done about it. */
export const OperateTokens = ({ context, view }: Props): VNode => {
  const { language } = context;
  const { operating: t } = textsOf(language);
  return (
    <>
      {view.tokens.length === 0 ? (
        <p class="govuk-body">{t.tokensNone}</p>
      ) : (
        <StackedTable
          caption={t.tokens}
          columns={[t.columns.element, t.columns.since, t.columns.waits, t.columns.actions]}
          rows={view.tokens.map((token) => [
            <>
              <span class="obieg-strong">{token.name}</span> <code class="obieg-quiet">{token.element}</code>
            </>,
            showInstant(language, token.since),
            <Waits language={language} token={token} />,
            <Actions context={context} view={view} token={token} />,
          ])}
        />
      )}
      {view.joins.map(({ element, name, missing }) => (
        <p class="govuk-body" key={element}>
          {fill(t.join, { name, missing: missing.join(', ') })}
        </p>
      ))}
    </>
  );
};
