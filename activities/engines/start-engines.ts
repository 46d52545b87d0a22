import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { findEngine } from './find-engine.ts';
import { mongoCommand, mongoReady, mongoUri } from './mongo-server.ts';
import { claimPort } from './ports.ts';
import { databaseAnswers, temporalAnswers } from './reach.ts';
import type { Reached } from './reach.ts';
import { StartProblem } from './start-problem.ts';
import { superviseEngine } from './supervised-engine.ts';
import type { EngineEvent } from './supervised-engine.ts';
import { temporalCommand, temporalReady } from './temporal-server.ts';

/** An engine that can be used: where it answers, the process if we started it, and how to end that. */
export type Engine = { address: string; pid?: number; stop(): Promise<void> };
export type Engines = {
  temporal: Engine;
  mongod: Engine;
  /** Temporal first: it may still be writing through us */ stop(): Promise<void>;
};
export type EngineSurroundings = { clock: Clock; tell: (event: EngineEvent) => void };
export type EngineConfig = Pick<Config, 'engines' | 'dataFolder' | 'temporal' | 'mongodbUri'>;

/** Starts both engines at once, each only if the environment gives no address of one. What was started stops if the other fails. */
export async function startEngines(config: EngineConfig, surroundings: EngineSurroundings): Promise<Engines> {
  const [temporal, mongod] = await Promise.allSettled([
    startTemporal(config, surroundings),
    startMongod(config, surroundings),
  ]);
  if (temporal.status === 'rejected' || mongod.status === 'rejected') {
    await Promise.all([temporal, mongod].map(async (one) => one.status === 'fulfilled' && (await one.value.stop())));
    throw temporal.status === 'rejected' ? temporal.reason : (mongod as PromiseRejectedResult).reason;
  }
  return {
    temporal: temporal.value,
    mongod: mongod.value,
    async stop() {
      await temporal.value.stop();
      await mongod.value.stop();
    },
  };
}

const nothingToStop = async (): Promise<void> => undefined;

export async function startTemporal(config: EngineConfig, { clock, tell }: EngineSurroundings): Promise<Engine> {
  const { address: given, namespace } = config.temporal;
  if (given !== undefined) {
    reached('TEMPORAL_ADDRESS', given, await temporalAnswers(given, namespace));
    return { address: given, stop: nothingToStop };
  }
  const { path } = await findEngine('temporal', config);
  const port = await claimPort(config.engines.temporalPort, 'OBIEG_TEMPORAL_PORT');
  const address = `127.0.0.1:${port}`;
  const command = temporalCommand(path, port, namespace, join(config.dataFolder, 'temporal'));
  const engine = await superviseEngine('temporal', command, () => temporalReady(address, namespace, clock), tell);
  return { address, pid: engine.pid(), stop: () => engine.stop() };
}

export async function startMongod(config: EngineConfig, { tell }: EngineSurroundings): Promise<Engine> {
  const given = config.mongodbUri;
  if (given !== undefined) {
    reached('MONGODB_URI', given, await databaseAnswers(given));
    return { address: given, stop: nothingToStop };
  }
  const { path } = await findEngine('mongod', config);
  const port = await claimPort(config.engines.mongodPort, 'OBIEG_MONGOD_PORT');
  const command = mongoCommand(path, port, join(config.dataFolder, 'mongod'));
  const engine = await superviseEngine('mongod', command, () => mongoReady(port), tell);
  return { address: mongoUri(port), pid: engine.pid(), stop: () => engine.stop() };
}

function reached(variable: string, address: string, answer: Reached): void {
  if (answer.ok) return;
  // An address may carry a password, which belongs on no screen.
  const shown = address.replace(/\/\/[^@/]*@/, '//');
  throw new StartProblem('engineUnreachable', { variable, address: shown, reason: answer.reason });
}
