import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';

/** A whole page as HTML. Everything in it is escaped unless it came from a library template. */
export const renderPage = (page: VNode): string => `<!doctype html>${render(page)}`;
