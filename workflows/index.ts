/** What the worker bundles. The default export takes every workflow type, so that a case's type is its procedure's id. */
export { runCase as default } from './case.ts';
