import type { DueAnswer, DueRequest, StartActivities } from '../../../../workflows/ports.ts';

/** Rounds that are due at set instants; writes down which it was asked to begin. */
export type Timetable = StartActivities & { rounds: string[]; begun: string[]; asked: DueRequest[]; fails: number };

export const timetable = (): Timetable => {
  const own: Timetable = {
    rounds: [],
    begun: [],
    asked: [],
    fails: 0,
    async beginDue(request): Promise<DueAnswer> {
      own.asked.push(request);
      if (own.fails > 0) {
        own.fails -= 1;
        throw new Error('the store is down');
      }
      let { after = '2000-01-01T00:00:00.000Z' } = request;
      const coming = own.rounds.filter((at) => at > after);
      for (const at of coming) {
        if (at > request.now) return { after, next: at };
        own.begun.push(at);
        after = at;
      }
      return { after };
    },
  };
  return own;
};
