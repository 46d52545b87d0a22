import type { VNode } from 'preact';

/** The product's mark: a sheet going round from hand to hand. */
export const Mark = (): VNode => (
  <svg class="obieg-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" d="M26.6 19.5A11 11 0 1 1 25 9.6" />
    <path fill="currentColor" d="M27.5 3.5v9h-9z" />
    <path fill="currentColor" d="M11.5 10h6l3.5 3.5V22h-9.5z" />
  </svg>
);
