import { Fragment, h } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import type { ComponentChildren, VNode } from 'preact';

/** Markup that is already safe, put in as it is and without a wrapper: what Preact's own precompiling JSX transform emits. */
export const raw = (html: string): VNode => jsxTemplate([html]);

/** Escaped markup of a piece of page, for the parameters of library templates that take HTML. */
export const htmlOf = (children: ComponentChildren): string => render(h(Fragment, null, children));
