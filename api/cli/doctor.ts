import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../activities/config.ts';
import { engineReleases } from '../../activities/engines/engine-releases.ts';
import type { EngineName } from '../../activities/engines/engine-releases.ts';
import { findInstalled } from '../../activities/engines/find-engine.ts';
import { isFree } from '../../activities/engines/ports.ts';
import { runCommand } from '../../activities/engines/run-command.ts';
import { StartProblem } from '../../activities/engines/start-problem.ts';
import { databaseAnswers, temporalAnswers } from '../../activities/engines/reach.ts';
import { findRunning } from './running.ts';
import type { Running } from './running.ts';
import { sentenceFor } from './sentences.ts';

export type Finding = { what: string; good: boolean; answer: string };

const finding = (what: string, good: boolean, answer: string): Finding => ({ what, good, answer });

/** Looks at everything a start needs and changes nothing. */
export async function examine(config: Config, nodeVersion: string): Promise<Finding[]> {
  const running = findRunning(config.dataFolder);
  return [
    examineNode(nodeVersion),
    await examineEngine('temporal', config, config.temporal.address),
    await examineEngine('mongod', config, config.mongodbUri),
    await examineFolder(config),
    examineSecrets(config),
    ...(running ? [] : [await examinePort(config)]),
    ...(await examineServers(config, running)),
  ];
}

function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 20);
  return finding('Node', good, good ? version : `${version} is too old: install 20.20 or newer`);
}

const hows = {
  environment: 'named in the environment',
  path: 'on PATH',
  cache: 'in the cache',
  download: 'downloaded',
  wheel: 'taken from the Python index',
};

async function examineEngine(name: EngineName, config: Config, address: string | undefined): Promise<Finding> {
  if (address !== undefined) return finding(name, true, 'not started here: its address is given');
  try {
    const found = findInstalled(name, config);
    if (found === undefined) {
      const { variable } = engineReleases[name];
      return finding(name, true, `not here yet: the first start fetches it; or name one with ${variable}`);
    }
    const version = await runCommand(found.path, ['--version'], 10);
    const words = version.ok ? (version.output.split('\n')[0] ?? '') : `cannot be run: ${version.reason}`;
    return finding(name, version.ok, `${found.path}, ${hows[found.how]}: ${words}`);
  } catch (error) {
    if (error instanceof StartProblem) return finding(name, false, sentenceFor(error.code, error.values));
    throw error;
  }
}

async function examineFolder({ dataFolder }: Config): Promise<Finding> {
  const path = resolve(dataFolder);
  const there = existsSync(path);
  const { bavail, bsize } = await statfs(there ? path : nearestFolder(path));
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  return finding('data folder', free >= 500, `${path}${there ? '' : ' (made at the first start)'}, ${free} MB free`);
}

const nearestFolder = (path: string): string => (existsSync(path) ? path : nearestFolder(dirname(path)));

function examineSecrets({ dataFolder, secrets }: Config): Finding {
  const given = Object.values(secrets).length;
  if (given === 5) return finding('secrets', true, 'all given by the environment');
  const kept = existsSync(join(dataFolder, 'secrets.json'));
  const rest = kept ? 'kept in secrets.json of the data folder' : 'made at the first start';
  return finding('secrets', true, `${given} of 5 given by the environment, the others ${rest}`);
}

async function examinePort({ port, host }: Config): Promise<Finding> {
  const free = await isFree(port, host);
  return finding('port', free, free ? `${port} is free` : `${port} is in use: choose another with PORT`);
}

async function examineServers(config: Config, running: Running | undefined): Promise<Finding[]> {
  const temporal = config.temporal.address ?? running?.temporal;
  const mongod = config.mongodbUri ?? running?.mongod;
  const findings: Finding[] = [];
  if (temporal !== undefined) {
    const answer = await temporalAnswers(temporal, config.temporal.namespace);
    findings.push(finding('Temporal answers', answer.ok, answer.ok ? temporal : answer.reason));
  }
  if (mongod !== undefined) {
    const answer = await databaseAnswers(mongod);
    findings.push(finding('MongoDB answers', answer.ok, answer.ok ? 'as a replica set' : answer.reason));
  }
  if (running?.url !== undefined) findings.push(finding('Obieg', true, `runs at ${running.url}`));
  return findings;
}
