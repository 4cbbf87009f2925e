import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hash } from '@node-rs/argon2';
import { createApp, createWorker } from '../../src/create-app.js';
import { permissionsOf, type Actor, type Role } from '../../src/platform/access/index.js';
import { readConfig, type Config } from '../../src/platform/config/index.js';
import { Log } from '../../src/platform/observability/index.js';
import type { PlatformOptions } from '../../src/platform/platform.module.js';
import { createOrganization, createUser, type TestOrganization, type TestUser } from '../builders.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { HttpClient } from './http-client.js';
import { LogCapture } from './log-capture.js';

export const TEST_PASSWORD = 'correct horse 7';
export const TEST_ORIGIN = 'http://localhost:3000';

export interface StartOptions {
  /** Overrides of environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (app: NestFastifyApplication) => void;
  readonly clock?: PlatformOptions['clock'];
  /** A database of the caller's, for a second process on the same data; not dropped by `close`. */
  readonly db?: TestDatabase;
}

interface TestApiParts {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly db: TestDatabase;
  readonly organization: TestOrganization;
  readonly config: Config;
  readonly logs: LogCapture;
  readonly ownsDatabase: boolean;
}

/** The booted API on a database of its own, with one organization and a person in any role. */
export class TestApi {
  private readonly users = new Map<Role, Promise<TestUser>>();
  private readonly tokens = new Map<string, Promise<string>>();

  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly db: TestDatabase;
  readonly organization: TestOrganization;
  readonly config: Config;
  readonly logs: LogCapture;
  private readonly ownsDatabase: boolean;

  constructor(parts: TestApiParts) {
    this.app = parts.app;
    this.url = parts.url;
    this.db = parts.db;
    this.organization = parts.organization;
    this.config = parts.config;
    this.logs = parts.logs;
    this.ownsDatabase = parts.ownsDatabase;
  }

  /** Not signed in. */
  get anonymous(): HttpClient {
    return new HttpClient(this.url);
  }

  /** A person of the organization in a role; the same one each time. */
  user(role: Role): Promise<TestUser> {
    const known = this.users.get(role) ?? this.createUser(role);
    this.users.set(role, known);
    return known;
  }

  /** Another person, of this or another organization; can sign in with TEST_PASSWORD. */
  async createUser(role: Role, organizationId = this.organization.id): Promise<TestUser> {
    return createUser(this.db.owner, organizationId, { role, passwordHash: await cheapHash() });
  }

  /** Signed in by bearer token, through the real route. */
  async as(who: Role | TestUser): Promise<HttpClient> {
    return new HttpClient(this.url, { authorization: `Bearer ${await this.token(who)}` });
  }

  /** An access token of the person; the same session each time. */
  async token(who: Role | TestUser): Promise<string> {
    const user = typeof who === 'string' ? await this.user(who) : who;
    const token = this.tokens.get(user.id) ?? this.signIn(user);
    this.tokens.set(user.id, token);
    return token;
  }

  /** A person of another organization, for "another organization's id is 404". */
  async asStranger(role: Role = 'owner'): Promise<HttpClient> {
    const other = await createOrganization(this.db.owner);
    return this.as(await this.createUser(role, other.id));
  }

  /** The actor of a person, for calling services directly. */
  async actor(role: Role): Promise<Actor> {
    const { id, organizationId, name } = await this.user(role);
    const permissions = permissionsOf(role);
    return { kind: 'user', userId: id, organizationId, role, name, sessionId: null, permissions, requestId: 'test' };
  }

  async close(): Promise<void> {
    await this.app.close();
    if (!this.ownsDatabase) return;
    await this.db.drop();
    await rm(filesOf(this.db), { recursive: true, force: true });
  }

  private async signIn(user: TestUser): Promise<string> {
    const credentials = { email: user.email, password: TEST_PASSWORD };
    const answer = await this.anonymous.post<{ accessToken: string }>('/api/v1/auth/tokens', credentials);
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
    return answer.body.accessToken;
  }
}

/** Boots the real application on a free port; `close` it in afterAll. */
export async function startApi(options: StartOptions = {}): Promise<TestApi> {
  const db = options.db ?? (await createTestDatabase());
  const { config, logs, platform } = settings(db, options);
  const app = await createApp(platform, options.prepare);
  await app.listen(0, '127.0.0.1');
  const organization = await createOrganization(db.owner);
  const ownsDatabase = options.db === undefined;
  return new TestApi({ app, url: await app.getUrl(), db, organization, config, logs, ownsDatabase });
}

export interface WorkerOptions extends Pick<StartOptions, 'env' | 'clock'> {
  /** To register handlers and schedules of a test's own. */
  readonly beforeStart?: (app: INestApplicationContext) => void;
}

export interface TestWorker {
  readonly app: INestApplicationContext;
  readonly logs: LogCapture;
  close(): Promise<void>;
}

/** Boots the real background process on a database of the caller's. */
export async function startWorker(db: TestDatabase, options: WorkerOptions = {}): Promise<TestWorker> {
  const { logs, platform } = settings(db, options);
  const { app } = await createWorker(platform, options.beforeStart);
  return { app, logs, close: () => app.close() };
}

/** What a process of the application is started with, in this process or in one of its own. */
export function environmentOf(db: TestDatabase, env: StartOptions['env'] = {}): Record<string, string> {
  return {
    DATABASE_URL: db.url,
    SMET_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL: TEST_ORIGIN,
    SMET_SIGN_IN_PER_MINUTE: '100000',
    LOG_LEVEL: 'debug',
    SMET_PDF_THREADS: '0',
    SMET_FILES_DIR: filesOf(db),
    ...env,
  };
}

/** The files of a database, beside those of other tests. */
function filesOf(db: TestDatabase): string {
  return path.join(tmpdir(), 'smet-test-files', new URL(db.url).pathname);
}

function settings(db: TestDatabase, options: Pick<StartOptions, 'env' | 'clock'>) {
  const logs = new LogCapture();
  const config = readConfig(environmentOf(db, options.env));
  const log = new Log({ level: config.logLevel, stream: logs });
  const platform: PlatformOptions = { config, log, ...(options.clock && { clock: options.clock }) };
  return { config, logs, platform };
}

let hashed: Promise<string> | undefined;

/** Weak on purpose: a test signs in often, and the settings are part of the hash. */
function cheapHash(): Promise<string> {
  hashed ??= hash(TEST_PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  return hashed;
}
