/** What the worker bundles. The default export takes every workflow type but those named, so that a case's type is its procedure's id. */
export { runCase as default } from './case.ts';
export { startClock } from './start-clock.ts';
