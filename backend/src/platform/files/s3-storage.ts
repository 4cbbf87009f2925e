import type { Readable } from 'node:stream';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createS3Client, type S3Client, type S3Settings } from '@smet/connectors/s3';
import { ObjectStorage } from './object-storage.js';

/** Files in a bucket, reached by every process of every machine. */
export class S3Storage extends ObjectStorage implements OnApplicationShutdown {
  private readonly client: S3Client;

  constructor(settings: S3Settings) {
    super();
    this.client = createS3Client(settings);
  }

  put(key: string, body: Readable, about: { readonly size: number; readonly type: string }): Promise<void> {
    return this.client.put(key, body, about);
  }

  get(key: string): Promise<Readable | null> {
    return this.client.get(key);
  }

  remove(key: string): Promise<void> {
    return this.client.remove(key);
  }

  onApplicationShutdown(): void {
    this.client.close();
  }
}
