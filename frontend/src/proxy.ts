import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { accessTokenOf, refreshTokenOf, SESSION_COOKIES } from './shared/api/cookies';

const API_URL = process.env.API_URL ?? 'http://127.0.0.1:3001';
/** Refreshed a little early, so that a token does not run out between here and the API. */
const EARLY_SECONDS = 30;
const REFRESH_TIMEOUT_MS = 10_000;

/** Reads `exp` without verifying: whether the token is genuine is the API's question, here only whether it is worth sending. */
function expiresAt(token: string): number {
  const payload = token.split('.')[1];
  if (!payload) return 0;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const exp = (claims as { exp?: unknown } | null)?.exp;
    return typeof exp === 'number' ? exp : 0;
  } catch {
    // Not a JWT at all: treated as expired, the refresh token decides.
    return 0;
  }
}

const isFresh = (token: string | null): boolean =>
  token !== null && expiresAt(token) - EARLY_SECONDS > Date.now() / 1000;

/** The address people see; behind a reverse proxy the host header alone would name the wrong scheme. */
function ownOrigin(request: NextRequest): string {
  if (process.env.PUBLIC_URL) return new URL(process.env.PUBLIC_URL).origin;
  const scheme = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');
  return `${scheme}://${request.headers.get('host') ?? request.nextUrl.host}`;
}

type Refreshed = { kind: 'renewed'; setCookies: string[] } | { kind: 'refused' } | { kind: 'unreachable' };

async function refresh(request: NextRequest): Promise<Refreshed> {
  try {
    const answer = await fetch(`${API_URL}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: {
        cookie: request.headers.get('cookie') ?? '',
        origin: ownOrigin(request),
        'x-smet-request': '1',
        'user-agent': request.headers.get('user-agent') ?? '',
      },
      cache: 'no-store',
      signal: AbortSignal.timeout(REFRESH_TIMEOUT_MS),
    });
    if (answer.ok) return { kind: 'renewed', setCookies: answer.headers.getSetCookie() };
    return answer.status < 500 ? { kind: 'refused' } : { kind: 'unreachable' };
  } catch {
    // No answer is not a refusal: the person stays signed in and the page says that the API cannot be reached.
    return { kind: 'unreachable' };
  }
}

/** Pages are rendered here; calls of the API go on to it, whichever address it has today. */
function passOn(request: NextRequest, headers?: Headers): NextResponse {
  const { pathname, search } = request.nextUrl;
  const init = headers ? { request: { headers } } : undefined;
  if (!pathname.startsWith('/api/')) return NextResponse.next(init);
  return NextResponse.rewrite(new URL(pathname + search, API_URL), init);
}

/** The renewed session goes both ways: into this request, for the page rendered now, and back to the browser. */
function forwardRenewed(request: NextRequest, setCookies: string[]): NextResponse {
  for (const line of setCookies) {
    const pair = line.split(';', 1)[0] ?? '';
    const at = pair.indexOf('=');
    if (at > 0) request.cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  const headers = new Headers(request.headers);
  headers.set('cookie', request.cookies.toString());
  const response = passOn(request, headers);
  for (const line of setCookies) response.headers.append('set-cookie', line);
  return response;
}

function toSignIn(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const target = new URL('/sign-in', request.url);
  if (pathname !== '/') target.searchParams.set('next', pathname + search);
  const response = NextResponse.redirect(target);
  forgetSession(request, response);
  return response;
}

function forgetSession(request: NextRequest, response: NextResponse): void {
  for (const name of SESSION_COOKIES) {
    if (!request.cookies.has(name)) continue;
    response.cookies.set(name, '', { path: '/', maxAge: 0, httpOnly: true, secure: name.startsWith('__Host-') });
  }
}

/** What is opened without a session, and must not wait for the renewal of one. */
const OPEN = ['/sign-in', '/p/', '/api/v1/auth/sign-in', '/api/v1/public/', '/api/health'] as const;

/** The only place where the web renews a session: server components cannot set cookies, and tabs would race. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  const isApi = pathname.startsWith('/api/');
  if (OPEN.some((start) => pathname.startsWith(start))) return passOn(request);
  if (isFresh(accessTokenOf(request.cookies))) return passOn(request);
  if (!refreshTokenOf(request.cookies)) return isApi ? passOn(request) : toSignIn(request);

  const outcome = await refresh(request);
  if (outcome.kind === 'renewed') return forwardRenewed(request, outcome.setCookies);
  if (outcome.kind === 'refused' && !isApi) return toSignIn(request);
  return passOn(request);
}

export const config = { matcher: ['/((?!_next/|favicon.ico|icon.svg).*)'] };
