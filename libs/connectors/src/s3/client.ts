import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client as AwsClient,
  S3ServiceException,
} from '@aws-sdk/client-s3';

/** A bucket and the key that may read and write in it. */
export interface S3Settings {
  /** Null: Amazon's own; else the address of any server that speaks S3, as `https://storage.yandexcloud.net`. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Client {
  /** Stores `size` bytes under `key`; they are there whole or not at all. @throws S3Failure */
  put(key: string, body: Readable, about: { readonly size: number; readonly type: string }): Promise<void>;
  /** The bytes, or null where there is no such key. @throws S3Failure */
  get(key: string): Promise<Readable | null>;
  /** An absent key is fine. @throws S3Failure */
  remove(key: string): Promise<void>;
  close(): void;
}

/** The storage refused or did not answer; `code` is its own word, as `AccessDenied`. */
export class S3Failure extends Error {
  override readonly name = 'S3Failure';

  constructor(
    readonly code: string,
    cause: unknown,
  ) {
    super(`the object storage failed: ${code}`, { cause });
  }
}

const CONNECT_MS = 5_000;
/** Without a byte for this long. */
const SILENCE_MS = 30_000;
const ATTEMPTS = 3;
/** Failures are told by throwing; the client's own word of them would go to the console. */
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const MISSING = new Set(['NoSuchKey', 'NotFound']);

/**
 * A client of one bucket. The address comes from the operator's settings, not from people, so it needs no guard. Checksums
 * beyond S3's first edition are only sent where required: servers other than Amazon's refuse them.
 */
export function createS3Client(settings: S3Settings): S3Client {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
  const aws = new AwsClient({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: ATTEMPTS,
    logger: SILENT,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
  });
  return {
    async put(key, body, { size, type }) {
      const object = { Bucket: bucket, Key: key, Body: body, ContentLength: size, ContentType: type };
      // The client does not listen to its source: a request without an end would wait for the silence to be noticed.
      const broken = new AbortController();
      body.once('error', (error) => broken.abort(error));
      await failing(aws.send(new PutObjectCommand(object), { abortSignal: broken.signal }));
    },
    async get(key) {
      try {
        const { Body } = await aws.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!(Body instanceof Readable)) throw new TypeError('the answer has no body');
        return Body;
      } catch (error) {
        if (MISSING.has(codeOf(error))) return null;
        throw new S3Failure(codeOf(error), error);
      }
    },
    async remove(key) {
      await failing(aws.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
    },
    close: () => aws.destroy(),
  };
}

async function failing(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    throw new S3Failure(codeOf(error), error);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof S3ServiceException) return error.name;
  const code: unknown = Reflect.get(Object(error), 'code');
  return typeof code === 'string' ? code : 'UNREACHABLE';
}

function nothing(): void {}
