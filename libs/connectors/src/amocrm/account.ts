import { mapOutcome, type Outcome } from '../http/index.js';
import type { AmocrmClient } from './client.js';
import { contentOf } from './content.js';
import { decodeAccount, decodePipeline, decodeUser, embedded } from './decode.js';
import { allPages } from './pages.js';
import type { AmocrmAccount, AmocrmPipeline, AmocrmUser } from './types.js';

/** `GET /account`: who answers here and whether the token is good. The check of a new connection. */
export async function getAccount(client: AmocrmClient): Promise<Outcome<AmocrmAccount>> {
  const query = { with: 'is_api_filter_enabled' };
  return contentOf(await client.call({ method: 'GET', path: '/api/v4/account', query }, decodeAccount), 'read');
}

/** `GET /leads/pipelines`: all pipelines with their stages; the list is not paged. */
export async function listPipelines(client: AmocrmClient): Promise<Outcome<readonly AmocrmPipeline[]>> {
  const outcome = await client.call({ method: 'GET', path: '/api/v4/leads/pipelines' }, (value) =>
    embedded(value, 'pipelines').map(decodePipeline),
  );
  return mapOutcome(outcome, (pipelines) => pipelines ?? []);
}

/** `GET /users`: needs an administrator's token, otherwise `rejected` `NO_RIGHTS`. */
export function listUsers(client: AmocrmClient): Promise<Outcome<readonly AmocrmUser[]>> {
  return allPages(client, { path: '/api/v4/users', collection: 'users', decode: decodeUser });
}
