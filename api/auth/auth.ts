import { createSeal } from './seal.ts';
import { createSessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createDemoProvider } from './demo-provider.ts';
import type { AppDeps } from '../deps.ts';
import type { DemoProvider } from './demo-provider.ts';
import type { Seal } from './seal.ts';
import type { Sessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import type { Unit } from '../../processes/language/party.ts';

/** Everything about who somebody is. */
export type Auth = {
  sessions: Sessions;
  seal: Seal;
  signIn: SignIn;
  /** only in demo mode */
  provider?: DemoProvider;
  /** the units of the city, at most a minute old */
  units: () => Promise<Unit[]>;
};

export function createAuth(deps: AppDeps): Auth {
  const { demo, production, openId } = deps.config;
  if (demo && production) throw new Error('Expected demo mode to be off in production (NODE_ENV), but it is on');
  if (!demo && !openId) throw new Error('Expected an OpenID issuer outside demo mode, but none is configured');
  return {
    sessions: createSessions(deps),
    seal: createSeal(deps.config.secrets.cookies, deps.clock),
    signIn: createSignIn(deps),
    ...(demo && !openId ? { provider: createDemoProvider(deps) } : {}),
    units: remembered(deps, () => deps.store.units.list()),
  };
}

const minute = 60_000;

/** 153 units change a few times a year: one read a minute is enough for every page. */
function remembered<Value>({ clock }: Pick<AppDeps, 'clock'>, load: () => Promise<Value>): () => Promise<Value> {
  let held: { value: Promise<Value>; until: number } | undefined;
  return () => {
    const now = clock().getTime();
    if (!held || held.until <= now) {
      const value = load();
      held = { value, until: now + minute };
      value.catch(() => (held = undefined));
    }
    return held.value;
  };
}
