/** Standing behaviours of the stand-in, as opposed to the faults of single requests. */
export interface Switches {
  /** Every API request ends with a cut socket. The page and the switches stay reachable. */
  dead: boolean;
  /** 403 with nginx's HTML on every call: what amoCRM does to repeat offenders. */
  banned: boolean;
  /** 401 on every call: the token was revoked. */
  tokensRevoked: boolean;
  /** List filters of leads and contacts are a paid add-on; when off, `filter[…]` is silently ignored. */
  paidFilter: boolean;
  /** Requests a second for one token; 0 switches the limiter off. */
  requestsPerSecond: number;
  /** Body of a 429: nginx's page or the JSON that Kommo documents, with `retry_after`. */
  rateLimitBody: 'html' | 'json';
  /** `query` does not see rows written less than this many milliseconds ago. */
  searchLagMs: number;
}

export const FAULT_EFFECTS = ['status', 'delay', 'lost-answer', 'malformed'] as const;

/** A fault of the next `times` matching requests. */
export interface FaultRule {
  /**
   * `status`: answered with `status`, nothing stored (unless `stored`); `lost-answer`: stored, then the socket is
   * destroyed; `malformed`: stored, answered with half of the body; `delay`: stored, answered after `delayMs`.
   */
  effect: (typeof FAULT_EFFECTS)[number];
  /** How many matching requests it meets. Default 1. */
  times?: number;
  method?: string;
  /** Path without query; `*` is one segment, `**` the rest. `/api/v4/leads` matches only that path. */
  path?: string;
  status?: number;
  body?: 'html' | 'json';
  /** With `status`: the request is carried out before it is answered with the error. */
  stored?: boolean;
  /** Waits this long before the answer; the write is stored before the wait. */
  delayMs?: number;
  /** Sent as the `Retry-After` header and, with a JSON body, as `retry_after`. */
  retryAfterSeconds?: number;
}

/** The fault switches, shared by the handle and `/_sandbox/faults`. */
export class Faults {
  private current: Switches;
  private pending: (FaultRule & { times: number })[] = [];

  constructor(private readonly initial: Switches) {
    this.current = { ...initial };
  }

  get switches(): Readonly<Switches> {
    return this.current;
  }

  get rules(): readonly Readonly<FaultRule>[] {
    return this.pending;
  }

  /** Changes standing behaviours; what is not named stays. */
  set(changes: Partial<Switches>): void {
    this.current = { ...this.current, ...changes };
  }

  /** Adds a fault for the next matching requests; rules are met in the order they were added. */
  add(rule: FaultRule): void {
    this.pending.push({ ...rule, times: rule.times ?? 1 });
  }

  /** Back to the behaviour the stand-in was started with. */
  clear(): void {
    this.current = { ...this.initial };
    this.pending = [];
  }

  /** Takes the first rule that matches, using up one of its times. */
  take(method: string, path: string): FaultRule | null {
    const rule = this.pending.find((candidate) => matches(candidate, method, path));
    if (!rule) return null;
    rule.times -= 1;
    if (rule.times <= 0) this.pending = this.pending.filter((candidate) => candidate !== rule);
    return rule;
  }
}

/** Whether a path has the shape of a pattern: `*` is one segment, a final `**` any rest. */
export function pathMatches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const actual = path.split('/');
  for (const [index, part] of wanted.entries()) {
    if (part === '**') return actual.length > index;
    if (actual[index] === undefined || (part !== '*' && part !== actual[index])) return false;
  }
  return wanted.length === actual.length;
}

function matches(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  return rule.path === undefined || pathMatches(rule.path, path);
}
