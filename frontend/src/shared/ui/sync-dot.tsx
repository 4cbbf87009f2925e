import type { SyncState } from '@smet/api-client';
import classes from './sync-dot.module.css';

/** A coloured dot beside words that say the same; never the only sign. */
export function SyncDot({ state }: { state: SyncState | 'paused' | 'none' }) {
  return <span className={`${classes.dot} ${classes[state]}`} aria-hidden />;
}
