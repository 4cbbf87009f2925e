import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/index.js';
import { LIVE_CHANNEL, parseLiveNotice, type LiveNotice } from '../events/index.js';
import { Log } from '../observability/index.js';

const RECONNECT_MS = 1000;

export interface LiveSubscriber {
  notice(notice: LiveNotice): void;
  /** Notices may have been lost: everything shown should be fetched again. */
  resync(): void;
}

/** The one listening connection of an API process; it comes back by itself after a loss. */
@Injectable()
export class LiveFeed implements OnApplicationShutdown {
  private readonly subscribers = new Set<LiveSubscriber>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Returns what ends the subscription. */
  subscribe(subscriber: LiveSubscriber): () => void {
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  }

  /** Starts listening; API processes call it once. */
  async start(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      options: '-c role=smet_app',
      application_name: 'smet-live',
      keepAlive: true,
    });
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, null));
    client.on('notification', ({ payload }) => this.publish(payload ?? ''));
    this.client = client;
    await client.connect();
    await client.query(`listen ${LIVE_CHANNEL}`);
  }

  private reconnect(client: pg.Client, error: Error | null): void {
    if (this.stopped || this.client !== client) return; // an error and its end tell of one loss
    this.client = null;
    this.log.warn('the live connection was lost', { error });
    this.retry = setTimeout(() => {
      this.connect().then(
        () => this.subscribers.forEach((subscriber) => subscriber.resync()),
        (failure: unknown) => {
          const failed = this.client;
          if (failed) this.reconnect(failed, failure instanceof Error ? failure : null);
        },
      );
    }, RECONNECT_MS);
  }

  private publish(payload: string): void {
    const notice = parseLiveNotice(payload);
    if (notice) this.subscribers.forEach((subscriber) => subscriber.notice(notice));
  }
}
