const BASE_MS = 2000;
const CAP_MS = 15 * 60_000;

/**
 * How long to wait before try `attempt + 1`: anywhere between nothing and an exponentially growing bound ("full
 * jitter"), so that jobs that failed together do not come back together. `random` gives [0, 1).
 */
export function retryDelayMs(attempt: number, random: () => number = Math.random): number {
  const bound = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt - 1, 20));
  return Math.round(random() * bound);
}
