import 'server-only';
import { createApiClient } from '@smet/api-client';
import type { ApiClient } from '@smet/api-client';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accessTokenOf } from './cookies';
import { ApiProblem, Unreachable, viewProblem } from './problems';
import type { ProblemView } from './problems';

const TIMEOUT_MS = 15_000;

function apiOrigin(): string {
  return process.env.API_URL ?? 'http://127.0.0.1:3001';
}

/** A client for server components: straight to the API, as the person whose request is being rendered. */
export async function serverApi(): Promise<ApiClient> {
  const token = accessTokenOf(await cookies());
  const requestId = (await headers()).get('x-request-id');
  return createApiClient({
    baseUrl: apiOrigin(),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(requestId && { 'x-request-id': requestId }),
    },
    fetch: (request) => fetch(request, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
}

/** A client for pages that need no sign-in. The API counts calls by address: it is told whose request is being rendered. */
export async function publicApi(): Promise<ApiClient> {
  const asked = await headers();
  const passedOn = ['x-forwarded-for', 'user-agent', 'x-request-id'].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return createApiClient({
    baseUrl: apiOrigin(),
    headers: Object.fromEntries(passedOn),
    fetch: (request) => fetch(request, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
}

export type Loaded<T> = { ok: true; value: T } | { ok: false; problem: ProblemView };

/** Runs the reads of a page. A lost session leads to signing in; any other problem is returned to be shown in words. */
export async function load<T>(path: string, read: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    if (error instanceof ApiProblem || error instanceof Unreachable) return { ok: false, problem: viewProblem(error) };
    throw error;
  }
}
