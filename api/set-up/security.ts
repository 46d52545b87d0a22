import helmet from 'helmet';
import type { Express } from 'express';
import type { AppDeps } from '../deps.ts';

const self = ["'self'"];

/**
 * Headers of every answer. Nothing inline: the diagram viewer sets its styles through the CSSOM, which the policy allows.
 * Referrer-Policy is `same-origin` because with `no-referrer` browsers send `Origin: null` with our own forms.
 */
export function setUpSecurity(app: Express, { config }: AppDeps): void {
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: self,
          styleSrc: self,
          imgSrc: [...self, 'data:'],
          fontSrc: self,
          connectSrc: self,
          manifestSrc: self,
          formAction: self,
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(config.secureCookies ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: config.secureCookies ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    }),
  );
  app.use((_request, response, next) => {
    response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    // Pages are about one person's cases: no cache between us and them may keep one.
    response.set('Cache-Control', 'no-store');
    response.vary('Accept');
    response.vary('Cookie');
    next();
  });
}
