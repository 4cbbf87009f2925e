import path from 'node:path';
import { parseMailbox, parseSmtpUrl } from '@smet/connectors/smtp';
import { Config, type FileSettings, type MailSettings, type RateLimits } from './config.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Names every wrong variable at once, one line each, without the values (they may be secrets). */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * Reads the configuration out of environment variables.
 * @throws ConfigError that lists everything missing or malformed.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = new Reader(env, problems);
  const publicUrl = read.url('PUBLIC_URL', `http://localhost:${env['PORT'] || '3000'}`, ['http:', 'https:']);
  const config = new Config({
    databaseUrl: databaseUrl(read),
    poolSize: read.integer('SMET_POOL_SIZE', 10, 2, 200),
    apiHost: read.text('API_HOST', '127.0.0.1'),
    apiPort: read.integer('API_PORT', 3001, 0, 65535),
    publicUrl: publicUrl.replace(/\/+$/, ''),
    allowedOrigins: allowedOrigins(publicUrl, read.list('SMET_ALLOWED_ORIGINS'), problems),
    secureCookies: read.flag('SMET_SECURE_COOKIES', isPrivateContext(publicUrl)),
    trustProxy: trustedProxies(read.list('SMET_TRUST_PROXY')),
    secretKeys: read.keys('SMET_SECRET_KEY', 'SMET_OLD_SECRET_KEYS'),
    accessTokenSeconds: read.integer('SMET_ACCESS_TOKEN_SECONDS', 300, 10, 3600),
    sessionSeconds: read.integer('SMET_SESSION_DAYS', 30, 1, 365) * 86_400,
    sessionCacheMs: read.integer('SMET_SESSION_CACHE_MS', 5000, 0, 60_000),
    refreshGraceMs: read.integer('SMET_REFRESH_GRACE_MS', 20_000, 0, 120_000),
    amocrmPullSeconds: read.integer('AMOCRM_PULL_SECONDS', 10, 1, 3600),
    amocrmAllowHosts: read.list('AMOCRM_ALLOW_HOSTS'),
    mail: mailSettings(read, problems),
    pdfThreads: read.integer('SMET_PDF_THREADS', 1, 0, 8),
    logLevel: read.oneOf('LOG_LEVEL', 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    rateLimits: rateLimits(read),
    jobs: {
      concurrency: read.integer('SMET_JOB_CONCURRENCY', 4, 1, 100),
      heartbeatMs: read.integer('SMET_WORKER_HEARTBEAT_MS', 5000, 100, 60_000),
      staleWorkerMs: read.integer('SMET_WORKER_STALE_MS', 30_000, 500, 600_000),
      sweepMs: read.integer('SMET_WORKER_SWEEP_MS', 10_000, 100, 600_000),
    },
    liveHeartbeatMs: read.integer('SMET_LIVE_HEARTBEAT_MS', 15_000, 100, 60_000),
    files: fileSettings(read, problems),
    importChunkRows: read.integer('SMET_IMPORT_CHUNK_ROWS', 2000, 1, 10_000),
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/**
 * The database's address alone, for commands that need nothing else.
 * @throws ConfigError
 */
export function readDatabaseUrl(env: Environment): string {
  const problems: string[] = [];
  const url = databaseUrl(new Reader(env, problems));
  if (problems.length > 0) throw new ConfigError(problems);
  return url;
}

const databaseUrl = (read: Reader) => read.url('DATABASE_URL', null, ['postgres:', 'postgresql:']);

function rateLimits(read: Reader): RateLimits {
  const signInPerMinute = read.integer('SMET_SIGN_IN_PER_MINUTE', 10, 1, 1_000_000);
  return {
    signInPerMinute,
    signInPerAddress: read.integer('SMET_SIGN_IN_PER_ADDRESS', signInPerMinute * 10, 1, 100_000_000),
    signInPerEmail: read.integer('SMET_SIGN_IN_PER_EMAIL', signInPerMinute * 3, 1, 100_000_000),
  };
}

/** Both or none: a letter needs a way out and a sender. The address holds a password, so only the fault is named. */
function mailSettings(read: Reader, problems: string[]): MailSettings | null {
  const [url, sender] = [read.text('SMTP_URL', ''), read.text('MAIL_FROM', '')];
  if (url === '' && sender === '') return null;
  const [server, from] = [parseSmtpUrl(url), parseMailbox(sender)];
  if (server === null) {
    problems.push('SMTP_URL: expected smtp://user:password@host:587 or smtps://user:password@host:465');
  }
  if (from === null) problems.push('MAIL_FROM: expected an address, as Name <mail@firm.ru>');
  return server === null || from === null ? null : { server, from };
}

/** A folder by default; a bucket of an S3 server where one is named. */
function fileSettings(read: Reader, problems: string[]): FileSettings {
  const dir = path.resolve(read.text('SMET_FILES_DIR', 'var/files'));
  const bucket = read.text('S3_BUCKET', '');
  if (bucket === '') return { dir, bucket: null };
  const [accessKeyId, secretAccessKey] = [read.text('S3_ACCESS_KEY', ''), read.text('S3_SECRET_KEY', '')];
  if (accessKeyId === '' || secretAccessKey === '') problems.push('S3_ACCESS_KEY, S3_SECRET_KEY: a bucket needs both');
  const endpoint = read.text('S3_ENDPOINT', '') === '' ? null : read.url('S3_ENDPOINT', null, ['http:', 'https:']);
  return {
    dir,
    bucket: { bucket, endpoint, region: read.text('S3_REGION', 'us-east-1'), accessKeyId, secretAccessKey },
  };
}

/** Next proxies from the same machine, so the loopback is trusted by default. */
function trustedProxies(listed: readonly string[]): readonly string[] {
  return listed.length > 0 ? listed : ['loopback'];
}

/** Browsers keep `Secure` cookies for https and for the loopback host, and drop them on any other plain http. */
function isPrivateContext(publicUrl: string): boolean {
  if (!URL.canParse(publicUrl)) return true;
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

function allowedOrigins(publicUrl: string, listed: readonly string[], problems: string[]): string[] {
  const origins = new Set<string>();
  for (const text of [publicUrl, ...listed]) {
    if (!URL.canParse(text)) {
      if (text !== publicUrl) problems.push('SMET_ALLOWED_ORIGINS: expected a comma-separated list of http(s) origins');
      continue;
    }
    const { origin, port } = new URL(text);
    origins.add(origin);
    // The same machine has two names; which one a person types is not a matter of trust.
    if (origin === `http://localhost:${port}`) origins.add(`http://127.0.0.1:${port}`);
    if (origin === `http://127.0.0.1:${port}`) origins.add(`http://localhost:${port}`);
  }
  return [...origins];
}

class Reader {
  constructor(
    private readonly env: Environment,
    private readonly problems: string[],
  ) {}

  text(name: string, fallback: string): string {
    return this.env[name] || fallback;
  }

  /** Comma-separated. */
  list(name: string): string[] {
    const parts = (this.env[name] ?? '').split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const raw = this.env[name];
    if (!raw) return fallback;
    const value = Number(raw);
    if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
    this.problems.push(`${name}: expected a whole number from ${min} to ${max}`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const raw = this.env[name];
    if (!raw) return fallback;
    if (raw !== 'true' && raw !== 'false') this.problems.push(`${name}: expected true or false`);
    return raw === 'true';
  }

  oneOf<T extends string>(name: string, fallback: T, choices: readonly T[]): T {
    const raw = this.env[name];
    if (!raw) return fallback;
    const choice = choices.find((candidate) => candidate === raw);
    if (choice === undefined) this.problems.push(`${name}: expected one of ${choices.join(', ')}`);
    return choice ?? fallback;
  }

  url(name: string, fallback: string | null, protocols: readonly string[]): string {
    const raw = this.env[name] || fallback;
    if (!raw) {
      this.problems.push(`${name}: is not set`);
      return '';
    }
    if (URL.canParse(raw) && protocols.includes(new URL(raw).protocol)) return raw;
    this.problems.push(`${name}: expected a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    return '';
  }

  /** 32 random bytes in base64 each; the current one and, comma-separated, those it replaced. */
  keys(current: string, old: string): Buffer[] {
    const raw = [this.env[current] ?? '', ...(this.env[old] ?? '').split(',').filter((text) => text !== '')];
    const keys = raw.map((text) => Buffer.from(text.trim(), 'base64'));
    keys.forEach((key, index) => {
      if (key.length !== 32) this.problems.push(`${index === 0 ? current : old}: expected 32 bytes in base64`);
    });
    return keys;
  }
}
