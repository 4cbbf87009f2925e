const WINDOW_MS = 1000;

/** Counts requests of one token in a sliding second; amoCRM allows 7 per integration [K:limitations]. */
export class RateLimiter {
  private readonly arrivals = new Map<string, number[]>();

  /** True when the request fits; a refused request is not counted. */
  admit(key: string, limit: number, nowMs: number): boolean {
    if (limit <= 0) return true;
    const recent = (this.arrivals.get(key) ?? []).filter((at) => at > nowMs - WINDOW_MS);
    const fits = recent.length < limit;
    if (fits) recent.push(nowMs);
    this.arrivals.set(key, recent);
    return fits;
  }
}
