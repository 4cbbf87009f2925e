import { createHash, hkdfSync } from 'node:crypto';
import type { S3Settings } from '@smet/connectors/s3';
import type { Mailbox, SmtpServer } from '@smet/connectors/smtp';
import type { LogLevel } from '../observability/log.js';

export interface RateLimits {
  /** Sign-in attempts per minute for one address and e-mail. */
  readonly signInPerMinute: number;
  /** Per minute from one address, in all processes together; an office behind one address signs in each morning. */
  readonly signInPerAddress: number;
  /** Per minute on one e-mail from anywhere, in all processes together. */
  readonly signInPerEmail: number;
}

export interface MailSettings {
  readonly server: SmtpServer;
  readonly from: Mailbox;
}

export interface JobSettings {
  readonly concurrency: number;
  readonly heartbeatMs: number;
  /** A worker without a heartbeat for this long is taken for dead. */
  readonly staleWorkerMs: number;
  readonly sweepMs: number;
}

export interface FileSettings {
  /** Where files are kept, or, with a bucket, only where they wait until they are there. */
  readonly dir: string;
  /** Null: files are kept in the folder. */
  readonly bucket: S3Settings | null;
}

/** Everything the environment decides, read and checked once at start. Nothing else reads the environment. */
export class Config {
  readonly databaseUrl: string;
  /** Connections of one process to each of its two pools. */
  readonly poolSize: number;
  readonly apiHost: string;
  readonly apiPort: number;
  /** Where people open the web application; no trailing slash. */
  readonly publicUrl: string;
  /** Origins whose pages may write with cookies. */
  readonly allowedOrigins: readonly string[];
  readonly secureCookies: boolean;
  /** Which peers may speak for the client's address, as Fastify's `trustProxy` takes it. */
  readonly trustProxy: readonly string[];
  /** The key in use first, then older ones that still decrypt. 32 bytes each. */
  readonly secretKeys: readonly Buffer[];
  readonly accessTokenSeconds: number;
  readonly sessionSeconds: number;
  readonly sessionCacheMs: number;
  readonly refreshGraceMs: number;
  readonly amocrmPullSeconds: number;
  /** `host:port` of stand-ins of amoCRM that may be private and without TLS; empty in production. */
  readonly amocrmAllowHosts: readonly string[];
  /** Null: this installation sends no letters. */
  readonly mail: MailSettings | null;
  /** Threads documents are printed in; 0 prints them in the process itself, for tests that run from the sources. */
  readonly pdfThreads: number;
  readonly logLevel: LogLevel | 'silent';
  readonly rateLimits: RateLimits;
  readonly jobs: JobSettings;
  readonly liveHeartbeatMs: number;
  readonly files: FileSettings;
  /** Rows of a file that are read, checked, applied or undone in one transaction. */
  readonly importChunkRows: number;

  constructor(values: Config) {
    Object.assign(this, values);
  }
}

/** A key for one purpose, derived so that no two uses share the bytes of the configured key. */
export function deriveKey(config: Config, purpose: string): Buffer {
  const [current] = config.secretKeys;
  if (!current) throw new Error('no secret key');
  return Buffer.from(hkdfSync('sha256', current, Buffer.alloc(0), `smet:${purpose}`, 32));
}

/** A short public name of a key, to know which one encrypted a secret. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('smet:key-id').update(key).digest('hex').slice(0, 12);
}
