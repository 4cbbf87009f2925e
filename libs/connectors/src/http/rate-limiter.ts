/**
 * The port through which a vendor client keeps to the other side's rate. The backend gives an implementation shared by
 * all its processes; `createInProcessLimiter` serves tests and single-process tools.
 */
export interface RateLimiter {
  /** Takes the next slot of `key` and says how many milliseconds remain until it comes (0 = now). */
  acquire(key: string): Promise<{ readonly waitMs: number }>;
}

/** Evenly spaced slots per key within this process. `now` in milliseconds. */
export function createInProcessLimiter(requestsPerSecond: number, now: () => number = Date.now): RateLimiter {
  const intervalMs = 1000 / requestsPerSecond;
  const nextAt = new Map<string, number>();
  return {
    acquire(key) {
      const time = now();
      const slot = Math.max(time, nextAt.get(key) ?? time);
      nextAt.set(key, slot + intervalMs);
      return Promise.resolve({ waitMs: Math.ceil(slot - time) });
    },
  };
}
