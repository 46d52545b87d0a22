import type { Config } from '../../activities/config.ts';

/** What is printed once the pages are there: where, and what to try first. */
export const welcome = (url: string, config: Config, milliseconds: number): string =>
  [
    '',
    `Obieg runs at ${config.baseUrl || url}   (started in ${(milliseconds / 1000).toFixed(1)} s, data in ${config.dataFolder})`,
    '',
    ...(config.demo ? tour(config.baseUrl) : []),
    'npm run obieg -- verify   recomputes the whole record',
    'npm run obieg -- doctor   looks at everything a start needs',
    'Ctrl-C                    stops all of it; nothing is lost',
    '',
  ].join('\n');

const tour = (base: string): string[] => [
  'Try it, in this order:',
  `  1. a parent applies          ${base}/applications/stypendium-szkolne`,
  `  2. the school's secretary    ${base}/sign-in?person=secretary-sp-1&back=/inbox   (school nr 1)`,
  `  3. the clerk of the Wydział  ${base}/sign-in?person=clerk-wydzial&back=/inbox`,
  `  4. its director signs        ${base}/sign-in?person=director-wydzial&back=/inbox`,
  `  5. the parent follows        ${base}/track`,
  `  6. anybody verifies          ${base}/verify`,
  '',
];
