import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, type MembershipRole } from '@smet/database';
import { AccessTokens } from '../src/platform/access/access-tokens.js';
import { permissionsOf, type Actor } from '../src/platform/access/index.js';
import { readConfig } from '../src/platform/config/index.js';
import { createAdapter, registerPlugins } from '../src/platform/http/fastify.js';
import { Log } from '../src/platform/observability/index.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { ClientsModule } from '../src/modules/clients/index.js';
import { EstimatesModule } from '../src/modules/estimates/index.js';
import { NomenclatureModule } from '../src/modules/nomenclature/index.js';
import { OrdersModule } from '../src/modules/orders/index.js';
import { createUser, type TestUser } from './builders.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** As sent: what is not in here never reached the browser. */
  readonly raw: string;
}

/** A signed-in person of a test with their own way to the API. */
export interface Person extends TestUser {
  readonly actor: Actor;
  get<T>(path: string): Promise<Answer<T>>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown, key?: string): Promise<Answer<T>>;
}

/** The modules of the domain behind real HTTP handling, a real guard and a real database. */
export interface DomainApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  person(organizationId: string, role: MembershipRole): Promise<Person>;
  /** A request with any headers, for what no signed-in person would send. */
  request(method: Method, path: string, headers?: Record<string, string>): Promise<Answer<Problem>>;
  close(): Promise<void>;
}

export interface Problem {
  readonly code: string;
  readonly invalidParams?: { path: string; code: string; params?: Record<string, unknown> }[];
  readonly current?: { version: number };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

const PREFIX = '/api/v1';

export async function startDomainApp(): Promise<DomainApp> {
  const database = await createTestDatabase();
  const config = readConfig({
    DATABASE_URL: database.url,
    SMET_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMET_POOL_SIZE: '20',
    LOG_LEVEL: 'silent',
  });
  const log = new Log({ level: 'silent' });
  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.register({ config, log }),
      ClientsModule,
      EstimatesModule,
      NomenclatureModule,
      OrdersModule,
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(config), { logger: false });
  app.setGlobalPrefix(PREFIX);
  await registerPlugins(app, config, log);
  await app.init();
  await app.listen(0, '127.0.0.1');
  const base = `${await app.getUrl()}${PREFIX}`;

  const call = async <T>(method: Method, path: string, headers: Record<string, string>, body?: unknown) => {
    const sent: RequestInit = { method, headers };
    if (body !== undefined) {
      sent.body = JSON.stringify(body);
      sent.headers = { ...headers, 'content-type': 'application/json' };
    }
    const response = await fetch(base + path, sent);
    const raw = await response.text();
    return { status: response.status, body: JSON.parse(raw) as T, raw };
  };

  return {
    app,
    database,
    request: (method, path, headers = {}) => call<Problem>(method, path, headers),
    person: async (organizationId, role) => {
      const user = await createUser(database.owner, organizationId, { role });
      const sessionId = newId();
      await database.owner.query(
        `insert into sessions (id, organization_id, user_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
        [sessionId, organizationId, user.id],
      );
      const claims = { sub: user.id, sid: sessionId, org: organizationId };
      const authorization = `Bearer ${app.get(AccessTokens).sign(claims, new Date())}`;
      return {
        ...user,
        actor: actorOf(user, sessionId),
        get: <T>(path: string) => call<T>('GET', path, { authorization }),
        send: <T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown, key?: string) =>
          call<T>(method, path, { authorization, ...(key && { 'idempotency-key': key }) }, body),
      };
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function actorOf(user: TestUser, sessionId: string): Actor {
  return {
    kind: 'user',
    userId: user.id,
    organizationId: user.organizationId,
    role: user.role,
    name: user.name,
    sessionId,
    permissions: permissionsOf(user.role),
    requestId: 'test',
  };
}
