import { pathMatches } from './faults.js';

/** One API request as it came over HTTP. Headers are not kept: they carry the token. */
export interface JournalEntry {
  readonly id: number;
  /** Moment of arrival, ISO 8601. */
  readonly at: string;
  readonly requestId: string;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly search: string;
  readonly userAgent: string;
  /** Parsed JSON; the raw text when it is not JSON; null when there was none. */
  readonly body: unknown;
  /** Null while running and for ever when the socket was cut without an answer. */
  status: number | null;
  /** The fault that was met, in words of the switches: `dead`, `lost-answer`, `rate-limit`… */
  fault: string | null;
}

export interface JournalFilter {
  method?: string;
  /** Pattern as in FaultRule.path. */
  path?: string;
}

/** The last requests, newest last. In memory only. */
export class RequestJournal {
  private entries: JournalEntry[] = [];
  private lastId = 0;

  constructor(private readonly capacity = 2000) {}

  open(entry: Omit<JournalEntry, 'id' | 'status' | 'fault'>): JournalEntry {
    this.lastId += 1;
    const row: JournalEntry = { ...entry, id: this.lastId, status: null, fault: null };
    this.entries.push(row);
    if (this.entries.length > this.capacity) this.entries.shift();
    return row;
  }

  /** Requests in order of arrival, narrowed by method and path pattern. */
  list(filter: JournalFilter = {}): readonly Readonly<JournalEntry>[] {
    return this.entries.filter(
      (entry) =>
        (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
        (filter.path === undefined || pathMatches(filter.path, entry.path)),
    );
  }

  clear(): void {
    this.entries = [];
  }
}
