import { join } from 'node:path';
import type { Product } from '../support/product.ts';
import type { Figure } from './figures.ts';
import type { Floor } from './floor.ts';
import type { Office } from './office.ts';
import { cpuOf, memoryOf, processOf, rounded } from './statistics.ts';

/** What every section measures with, and where it puts what it found. */
export type Bench = {
  product: Product;
  office: Office;
  floor: Floor;
  /** CPU and memory of everything that serves a case: worker and API in one process, Temporal, MongoDB */
  serving: Serving;
  keyFolder: string;
  quick: boolean;
  /** cases to keep open in the section about many of them */ openCases: number;
  figures: Figure[];
  raw: Record<string, unknown>;
};

type Each = { product: number; temporal: number; mongod: number };
export type Serving = {
  /** CPU milliseconds that each process takes while `work` runs */
  cpuDuring(work: () => Promise<unknown>): Promise<Each>;
  /** MiB resident now */ memory(): Each;
};

export const servingOf = (product: Product, dataFolder: string): Serving => {
  const pids = {
    product: product.pid,
    temporal: processOf('temporal', join(dataFolder, 'temporal')),
    mongod: processOf('mongod', join(dataFolder, 'mongod')),
  };
  const each = (measure: (pid: number) => number): Each => ({
    product: measure(pids.product),
    temporal: measure(pids.temporal),
    mongod: measure(pids.mongod),
  });
  return {
    async cpuDuring(work) {
      const before = each(cpuOf);
      await work();
      const after = each(cpuOf);
      return {
        product: after.product - before.product,
        temporal: after.temporal - before.temporal,
        mongod: after.mongod - before.mongod,
      };
    },
    memory: () => each(memoryOf),
  };
};

export const sum = ({ product, temporal, mongod }: Each): number => product + temporal + mongod;

/** For example `24.1 + 14.3 + 6.2`, in the order worker and API, Temporal, MongoDB. */
export const shares = ({ product, temporal, mongod }: Each, by = 1): string =>
  [product, temporal, mongod].map((value) => rounded(value / by)).join(' + ');
