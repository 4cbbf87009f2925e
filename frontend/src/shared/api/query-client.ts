import { QueryCache, QueryClient, isServer } from '@tanstack/react-query';
import { ApiProblem, Unreachable } from './problems';

const STALE_MS = 30_000;
const RETRIES = 2;

function leaveWhenSignedOut(error: unknown): void {
  if (isServer || !(error instanceof ApiProblem) || error.status !== 401) return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** Refusals are final; only a call that got no answer is worth repeating. */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: (failures, error) => !isServer && error instanceof Unreachable && failures < RETRIES,
      },
    },
  });
}

let browserClient: QueryClient | undefined;

/** One client for the life of a browser tab, a new one for every render on the server. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}
