/** jest as ESM with SWC: bpmn-moddle and feelin are ESM only, so there is no CommonJS transform. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      },
      module: { type: 'es6' },
    },
  ],
};
const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch,
  transform,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  resolver: '<rootDir>/test/support/jest-resolver.cjs',
  modulePathIgnorePatterns: ['<rootDir>/.obieg', '<rootDir>/.cache'],
  ...extra,
});

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  projects: [
    project('unit', ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'], {
      testPathIgnorePatterns: ['/test/system/', '/test/browser/', '/test/replay/', '/test/store/', '/test/bench/'],
    }),
    project('store', ['<rootDir>/test/store/**/*.test.ts']),
    project('replay', ['<rootDir>/test/replay/**/*.test.ts']),
    project('system', ['<rootDir>/test/system/**/*.test.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts']),
  ],
};
