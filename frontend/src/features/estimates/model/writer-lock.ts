/** A page that is reloaded lets go of its lock a moment after the next one has begun. */
const RELOAD_MS = 1_000;

type Locks = Pick<LockManager, 'request' | 'query'>;

/** Undefined over plain http and in old browsers: then nobody is known to live, and drafts are chosen as if none did. */
const browserLocks = (): Locks | undefined => (globalThis.navigator as Navigator | undefined)?.locks;

/** Marks the keeper of a draft as living, until the answer is called; a tab that is closed or killed lets go by itself. */
export function holdWriter(key: string, locks = browserLocks()): () => void {
  const end = new AbortController();
  const ended = new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
  // It fails only when it ends before its turn came, or where the browser gives no locks: in both there is nothing to hold.
  locks?.request(key, { signal: end.signal }, () => ended).catch(() => undefined);
  return () => end.abort();
}

/**
 * Keys of drafts whose keepers live: they are being worked on in another tab. `ownKey` is that of this tab before a
 * reload. It may still be held for a moment; that of a tab this one was duplicated from is held for longer.
 */
export async function livingWriters(ownKey: string | null, locks = browserLocks()): Promise<ReadonlySet<string>> {
  if (!locks) return new Set();
  try {
    if (ownKey !== null) await untilReleased(ownKey, locks);
    const { held = [] } = await locks.query();
    return new Set(held.flatMap(({ name }) => name ?? []));
  } catch {
    // A browser that refuses locks to this page gives none to the others either.
    return new Set();
  }
}

async function untilReleased(key: string, locks: Locks): Promise<void> {
  const late = AbortSignal.timeout(RELOAD_MS);
  try {
    await locks.request(key, { signal: late }, () => undefined);
  } catch (error) {
    if (!late.aborted) throw error;
  }
}
