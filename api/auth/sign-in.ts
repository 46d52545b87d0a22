import * as client from 'openid-client';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import type { AppDeps } from '../deps.ts';

/** Seconds: an answer of the provider older than this is not accepted, so that a fresh sign-in is really fresh. */
const maxAge = 300;

/** What has to survive between leaving for the provider and coming back; sealed into a cookie. */
export const flowShape = z.strictObject({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  back: z.string(),
});
export type Flow = z.output<typeof flowShape>;
export type Identity = { subject: string; name: string; email: string; authenticatedAt: Date };

/** OpenID Connect: authorisation code with PKCE, state and nonce. */
export type SignIn = {
  /** `person` is a hint of who wants to sign in; the provider decides */
  begin(back: string, person?: string): Promise<{ url: string; flow: Flow }>;
  /** `query` is the callback's query string; refuses whatever does not belong to `flow` */
  finish(query: string, flow: Flow): Promise<Identity>;
};

export const callbackPath = '/sign-in/callback';
export const demoIssuer = (baseUrl: string): string => `${baseUrl}/oidc`;
export const demoClient = 'obieg';

export function createSignIn({ config, clock, logger }: Pick<AppDeps, 'config' | 'clock' | 'logger'>): SignIn {
  const issuer = new URL(config.openId?.issuer ?? demoIssuer(config.baseUrl));
  const callback = `${config.baseUrl}${callbackPath}`;
  let known: Promise<client.Configuration> | undefined;
  const discover = (): Promise<client.Configuration> => {
    known ??= client.discovery(issuer, config.openId?.clientId ?? demoClient, config.secrets.openIdClient, undefined, {
      timeout: 5,
      ...(isLoopback(issuer) ? { execute: [client.allowInsecureRequests] } : {}),
    });
    known.catch(() => (known = undefined));
    return known;
  };
  const unreachable = (thrown: unknown): never => {
    logger.warn({ err: thrown }, 'the sign-in provider did not answer');
    throw new Refused({ failure: 'storeUnavailable', detail: 'sign-in provider', retryAfterSeconds: 5 });
  };
  return {
    async begin(back, person) {
      const provider = await discover().catch(unreachable);
      const flow = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
        back,
      };
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: callback,
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
        // Computers in a school office are used by many: the provider asks anew each time, and says when it did.
        prompt: 'login',
        max_age: String(maxAge),
        ...(person === undefined ? {} : { login_hint: person }),
      });
      return { url: url.href, flow };
    },
    async finish(query, flow) {
      const provider = await discover().catch(unreachable);
      try {
        const tokens = await client.authorizationCodeGrant(provider, new URL(`${callback}?${query}`), {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          maxAge,
          idTokenExpected: true,
        });
        return await identityOf(provider, tokens, clock);
      } catch (thrown) {
        logger.warn({ err: thrown }, 'a sign-in was refused');
        throw new Refused({ failure: 'notSignedIn', detail: 'the answer of the provider does not fit' });
      }
    },
  };
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** Name and address come in the token or, with providers that keep them apart, from its userinfo. */
async function identityOf(provider: client.Configuration, tokens: Tokens, clock: AppDeps['clock']): Promise<Identity> {
  const claims = tokens.claims();
  if (!claims) throw new Error('Expected an ID token, but there is none');
  const said =
    claims['name'] === undefined ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : claims;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const authenticatedAt = typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : clock();
  return { subject: claims.sub, name: text(said['name']), email: text(said['email']), authenticatedAt };
}

const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
