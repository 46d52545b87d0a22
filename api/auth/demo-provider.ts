import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { Provider } from 'oidc-provider';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { callbackPath, demoClient, demoIssuer } from './sign-in.ts';
import type { AppDeps } from '../deps.ts';
import type { PersonRecord } from '../../activities/store/records.ts';

/**
 * An OpenID provider for the demo city and for tests, at /oidc. It asks for no password, which is why it cannot run in
 * production. Its keys are made at each start and its state lies in memory: one process, no sign-in under way survives
 * a restart (sessions of Obieg do).
 */
export type DemoProvider = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** who wants to sign in, as the link that led here said */
  hint(request: IncomingMessage, response: ServerResponse): Promise<string | undefined>;
  /** the address that finishes the sign-in as this person */
  finish(request: IncomingMessage, response: ServerResponse, person: PersonRecord): Promise<string>;
};

export const interactionPath = '/sign-in/as';

export function createDemoProvider({ config, store, random }: AppDeps): DemoProvider {
  const provider = new Provider(demoIssuer(config.baseUrl), {
    clients: [
      {
        client_id: demoClient,
        client_secret: config.secrets.openIdClient,
        redirect_uris: [`${config.baseUrl}${callbackPath}`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: {
      keys: [{ ...newSigningKey(), use: 'sig' }],
    },
    cookies: { keys: [random(32).toString('base64url')] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `${interactionPath}/${uid}` },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => false,
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 },
    async findAccount(_context, subject) {
      const person = await store.people.findBySubject(subject);
      if (!person) return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, name: person.name, email: person.email }) };
    },
    // The only client is ours: nobody has to be asked whether it may know their name.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        ...(oidc.client ? { clientId: oidc.client.clientId } : {}),
        ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.proxy = config.trustedProxies !== undefined;
  // Each sign-in starts anew: known from before as somebody else, one would be asked to sign out there first.
  provider.use((context, next) => {
    context.req.headers.cookie = withoutSession(context.req.headers.cookie ?? '');
    return next();
  });
  return {
    handle: provider.callback(),
    async hint(request, response) {
      const { params } = await provider.interactionDetails(request, response);
      return typeof params['login_hint'] === 'string' ? params['login_hint'] : undefined;
    },
    finish: (request, response, person) =>
      provider.interactionResult(request, response, { login: { accountId: person.subject } }),
  };
}

const withoutSession = (cookies: string): string =>
  cookies
    .split(/;\s*/)
    .filter((pair) => !pair.startsWith('_session'))
    .join('; ');

/**
 * A key for one run of the demo. It goes through PEM, because Node 20 can stand still for ever when a key that was just
 * generated is exported as JWK: a garbage collection in the middle frees the generation, which waits for the lock the export holds.
 */
function newSigningKey(): JsonWebKey {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return createPrivateKey(privateKey).export({ format: 'jwk' });
}
