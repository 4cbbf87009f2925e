import { createApiClient } from '@smet/api-client';
import type { ApiClient } from '@smet/api-client';

const TIMEOUT_MS = 20_000;

/** Marks a write as ours: a foreign page cannot send this header without asking first. */
const WRITE_HEADER = 'x-smet-request';

/** The browser speaks to its own origin only; the session travels in cookies that scripts cannot read. */
export const api: ApiClient = createApiClient({
  baseUrl: typeof window === 'undefined' ? 'http://browser.invalid' : window.location.origin,
  headers: { [WRITE_HEADER]: '1' },
  fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) }),
});
