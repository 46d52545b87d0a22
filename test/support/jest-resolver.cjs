/**
 * bpmnlint is CommonJS and requires min-dash, which is an ES module only. Node does that; jest on Node 20 does not,
 * so it gets a CommonJS twin of min-dash, compiled once. Imports of min-dash still get the original.
 */
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../../node_modules');
const original = join(root, 'min-dash/dist/index.js');
const { version } = JSON.parse(readFileSync(join(root, 'min-dash/package.json'), 'utf8'));
const twin = join(root, `.cache/obieg/min-dash-${version}.cjs`);

const makeTwin = () => {
  if (existsSync(twin)) return twin;
  mkdirSync(dirname(twin), { recursive: true });
  const { code } = transformSync(readFileSync(original, 'utf8'), { module: { type: 'commonjs' } });
  writeFileSync(`${twin}.${process.pid}`, code);
  renameSync(`${twin}.${process.pid}`, twin);
  return twin;
};

module.exports = (request, options) =>
  request === 'min-dash' && options.conditions?.includes('require')
    ? makeTwin()
    : options.defaultResolver(request, options);
