import { newId, type MembershipRole } from '@smet/database';
import { permissionsOf, type Actor } from '../../src/platform/access/index.js';
import { AccessTokens } from '../../src/platform/access/access-tokens.js';
import { createUser, type TestUser } from '../builders.js';
import type { TestApi } from './api.js';
import type { ProblemBody } from './http-client.js';

export interface RawAnswer<T> {
  readonly status: number;
  readonly body: T;
  /** As sent: what is not in here never reached the browser. */
  readonly raw: string;
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody signed in, with their own way to the API; paths are below `/api/v1`. */
export interface Person extends TestUser {
  /** For a request of another kind than those below. */
  readonly authorization: { readonly authorization: string };
  get<T = ProblemBody>(path: string): Promise<RawAnswer<T>>;
  send<T = ProblemBody>(method: Method, path: string, body?: unknown, idempotencyKey?: string): Promise<RawAnswer<T>>;
}

/** A person of any organization with an open session; without the sign-in, which has tests of its own. */
export async function enterAs(api: TestApi, organizationId: string, role: MembershipRole): Promise<Person> {
  const user = await createUser(api.db.owner, organizationId, { role });
  const sessionId = newId();
  await api.db.owner.query(
    `insert into sessions (id, organization_id, user_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [sessionId, organizationId, user.id],
  );
  const claims = { sub: user.id, sid: sessionId, org: organizationId };
  const authorization = `Bearer ${api.app.get(AccessTokens).sign(claims, new Date())}`;
  const call = async <T>(path: string, request: RequestInit): Promise<RawAnswer<T>> => {
    const response = await fetch(`${api.url}/api/v1${path}`, request);
    const raw = await response.text();
    return { status: response.status, body: (raw === '' ? null : JSON.parse(raw)) as T, raw };
  };
  return {
    ...user,
    authorization: { authorization },
    get: (path) => call(path, { headers: { authorization } }),
    send: (method, path, body, key) =>
      call(path, {
        method,
        headers: {
          authorization,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

/** The person as services see one, for calling them directly. */
export function actorOf({ id, organizationId, role, name }: TestUser): Actor {
  const permissions = permissionsOf(role);
  return { kind: 'user', userId: id, organizationId, role, name, sessionId: null, permissions, requestId: 'test' };
}
