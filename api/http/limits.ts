import { RateLimiterMemory, RateLimiterMongo } from 'rate-limiter-flexible';
import type { IRateLimiterMongoOptions, RateLimiterAbstract } from 'rate-limiter-flexible';

/** How often something may be tried from one address or on one number: `points` per `seconds`. */
export const budgets = {
  /** wrong codes and right ones alike, from one address */
  trackByAddress: { points: 20, seconds: 600 },
  /** guesses at one case number, from anywhere: 60 bits at 10 in 15 minutes outlive the case */
  trackByNumber: { points: 10, seconds: 900 },
  verifyByAddress: { points: 60, seconds: 600 },
  signInByAddress: { points: 60, seconds: 600 },
  submitByAddress: { points: 60, seconds: 600 },
} as const;
export type Budget = keyof typeof budgets;

/** Takes one point; rejects with a RateLimiterRes when none is left. */
export type Limits = Record<Budget, Pick<RateLimiterAbstract, 'consume'>>;

const each = (make: (name: Budget) => Limits[Budget]): Limits => ({
  trackByAddress: make('trackByAddress'),
  trackByNumber: make('trackByNumber'),
  verifyByAddress: make('verifyByAddress'),
  signInByAddress: make('signInByAddress'),
  submitByAddress: make('submitByAddress'),
});

/** For tests and one process alone. */
export const memoryLimits = (points?: number): Limits =>
  each((name) => new RateLimiterMemory({ points: points ?? budgets[name].points, duration: budgets[name].seconds }));

/** Shared by all API processes. `storeClient` is the connection of the store; with it gone each process counts alone. */
export const mongoLimits = (storeClient: IRateLimiterMongoOptions['storeClient']): Limits =>
  each((name) => {
    const budget = { points: budgets[name].points, duration: budgets[name].seconds };
    return new RateLimiterMongo({
      ...budget,
      storeClient,
      keyPrefix: name,
      tableName: 'rateLimits',
      insuranceLimiter: new RateLimiterMemory(budget),
    });
  });
