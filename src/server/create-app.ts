/** Creates the Express application. Its only handler is the contract. */
import type { operations as apiOperations } from '../../generated/api.ts';
import type { operations as pageOperations } from '../../generated/pages.ts';
import express, { type Express } from 'express';
import { descriptionAt } from '../contract/at-url.ts';
import { createContract } from '../contract/contract.ts';
import type { OpenApiDocument } from '../contract/description.ts';
import { JsonText } from '../contract/replies/json-text.ts';
import { createNativeResolvers } from '../serving/native-resolvers.ts';
import { formChecks, operations } from '../api/index.ts';
import { createResolvers } from '../serving/resolvers.ts';
import type { LarderEnv } from '../serving/env.ts';
import { signingKeys } from '../serving/signing-keys.ts';
import { prepareUrls } from '../serving/urls.ts';
import { failureForPeople } from '../web/failure-page.ts';
import { pages } from '../web/index.ts';
import type { Larder } from '../registry/larder.ts';
import type { EcosystemId } from '../model/values.ts';
import { step } from '../model/steps.ts';
import { createIssuerKeys } from '../registry/oidc/issuer-keys.ts';
import { acceptIssuers } from '../registry/oidc/issuers.ts';
import { createOidc } from '../registry/oidc/oidc.ts';
import { isSignedToken } from '../registry/oidc/verify-token.ts';
import type { TokenUses } from '../registry/token-uses.ts';
import { findGranted, isGrant } from '../registry/grants.ts';
import { findSession } from '../registry/sessions.ts';
import { findToken } from '../registry/tokens.ts';
import type { Observe } from '../contract/replies/deliver.ts';
import type { Exchanges } from './exchanges.ts';
import { instructionsOf, type Modules } from './ecosystems.ts';
import type { TraceOf } from './debug-log.ts';
import { explainFailure } from './explain-failure.ts';
import { failureElsewhere } from './failure-elsewhere.ts';
import { readOnce } from './read-once.ts';
import { requestLimits } from './request-limits.ts';
import { reservedSlugs } from './reserved-slugs.ts';
import type { Settings } from './settings.ts';

export interface AppParts {
  readonly modules: Modules;
  /** The description of the API. */
  readonly api: OpenApiDocument;
  readonly observe: Observe;
  /** For the debug log; undefined at other levels. */
  readonly trace: TraceOf | undefined;
  readonly uses: TokenUses;
  readonly exchanges: Exchanges;
}

/** `url` is the public base URL. Throws if a description cannot be served. */
export function createApp(
  larder: Larder,
  url: string,
  settings: Settings,
  { modules, api: description, observe, trace, uses, exchanges }: AppParts,
): Express {
  const oidc = createOidc(larder, {
    url,
    acceptsIssuer: acceptIssuers(settings.oidcIssuers),
    longestLifetime: settings.oidcLifetime / 1000,
    keysOf: createIssuerKeys(),
  });
  const handle = createContract<LarderEnv>({
    services: [
      { description: readOnce(description), operations, formChecks, resolvers: createResolvers(larder) },
      ...modules.map(({ ecosystems, service }) => ({
        description: readOnce(service.description),
        operations: service.operations,
        headChecks: service.headChecks,
        resolvers: createNativeResolvers(
          larder,
          ecosystems.map(({ id }) => id),
        ),
        failure: service.failure ?? failureForPeople,
        ...(service.headers && { headers: service.headers }),
      })),
      {
        description: readOnce(signingKeys.description),
        operations: signingKeys.operations,
        resolvers: createNativeResolvers(larder, withOpenpgpKeys(larder)),
        failure: failureForPeople,
      },
      // A token that can install from a registry can also open its pages.
      {
        description: readOnce(pages.description),
        operations: pages.operations,
        resolvers: createNativeResolvers(larder),
        failure: failureForPeople,
      },
    ],
    context: {
      larder,
      instructions: instructionsOf(modules),
      urls: prepareUrls<apiOperations & pageOperations>(description, pages.description)(url),
      oidc,
      description: new JsonText(Buffer.from(JSON.stringify(descriptionAt(description, url)))),
    },
    url,
    authenticate: async (secret, path, place) => {
      if (place === 'cookie') return await findSession(larder, secret);
      if (isGrant(secret)) return await findGranted(larder, secret, path);
      const token = await findToken(larder, secret);
      if (token) return uses.note(token);
      return isSignedToken(secret) ? await oidc.authenticate(secret, path) : undefined;
    },
    stage: (content, { registry, upload }) => {
      const { ecosystem } = registry ?? upload ?? {};
      const extraDigests = ecosystem === undefined ? [] : larder.ecosystems[ecosystem].extraDigests;
      return step(
        'staged',
        () => larder.blobs.stage(content, { extraDigests, ownsChunks: true }),
        ({ size }) => ({ bytes: size }),
      );
    },
    limits: requestLimits(settings),
    replies: settings.replyChecks === 1 ? { check: 'always' } : { check: 'sampled', share: settings.replyChecks },
    observe,
    explain: explainFailure,
    trace,
    addressOf: (response) => exchanges.of(response)?.clientAddress,
    reserved: reservedSlugs,
    elsewhere: { failure: failureElsewhere(modules.map(({ service }) => service.description)), headers: {} },
  });
  const { trustedProxies } = settings;
  const app = express()
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', trustedProxies ?? false);
  return app.use((request, response) => {
    exchanges.begin(request, response, trustedProxies === undefined ? undefined : request.ip);
    return handle(request, response);
  });
}

/** The ecosystems whose registries have an OpenPGP key. */
function withOpenpgpKeys({ ecosystems }: Larder): EcosystemId[] {
  return Object.values(ecosystems).flatMap(({ id, signing }) => (signing.keys === 'openpgp' ? [id] : []));
}
