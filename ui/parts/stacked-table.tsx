import type { ComponentChildren, VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { htmlOf } from './raw.ts';

type Props = { caption: string; columns: string[]; rows: ComponentChildren[][] };

/** A table that becomes a list of cards on a phone: each cell then says its column. */
export const StackedTable = ({ caption, columns, rows }: Props): VNode => (
  <Govuk
    name="table"
    params={{
      caption,
      captionClasses: 'govuk-visually-hidden',
      classes: 'obieg-stacked',
      head: columns.map((text) => ({ text })),
      rows: rows.map((cells) =>
        cells.map((cell, index) => {
          const html = htmlOf(cell);
          const attributes = { 'data-column': columns[index] ?? '' };
          return html === '' ? { text: '', attributes } : { html, attributes };
        }),
      ),
    }}
  />
);
