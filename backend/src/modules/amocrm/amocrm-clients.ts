import { Injectable } from '@nestjs/common';
import { createAmocrmClient, limits, type AmocrmClient } from '@smet/connectors/amocrm';
import {
  createAddressGuard,
  createHttpClient,
  type HttpClient,
  type HttpLogEntry,
  type RateLimiter,
} from '@smet/connectors/http';
import { Config } from '../../platform/config/index.js';
import { RateSlots } from '../../platform/http/rate-slots.js';
import { Log } from '../../platform/observability/index.js';

/** Makes clients that share one way out and, with every other process, one count of requests per account. */
@Injectable()
export class AmocrmClients {
  private readonly http: HttpClient;
  private readonly limiter: RateLimiter;

  constructor(
    config: Config,
    slots: RateSlots,
    private readonly log: Log,
  ) {
    this.http = createHttpClient({
      guard: createAddressGuard({ allowPrivateHosts: config.amocrmAllowHosts }),
      onExchange: (entry) => this.logExchange(entry),
    });
    const intervalMs = Math.ceil(1000 / limits.REQUESTS_PER_SECOND);
    this.limiter = { acquire: async (key) => ({ waitMs: await slots.reserve(`amocrm:${key}`, intervalMs) }) };
  }

  /** `baseUrl` is an origin, as `accountBaseUrl` makes it. */
  open(baseUrl: string, token: string): AmocrmClient {
    return createAmocrmClient({
      baseUrl,
      token,
      http: this.http,
      limiter: this.limiter,
      limiterKey: new URL(baseUrl).host,
    });
  }

  private logExchange(entry: HttpLogEntry): void {
    // Theirs, for their support; `requestId` of a log line is ours.
    const { requestId: amocrmRequestId, ...rest } = entry;
    const fields = { ...rest, amocrmRequestId };
    if (entry.failure === null && (entry.status ?? 0) < 400) this.log.debug('amoCRM exchange', fields);
    else this.log.warn('amoCRM exchange failed', fields);
  }
}
