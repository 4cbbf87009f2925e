import type { Actor } from '../../../platform/access/index.js';
import type { ImportColumn } from '../import-target.js';
import type { ImportView } from '../imports.repository.js';

/**
 * The indexes of a file's columns whose content the actor may not see, as purchase prices: what they are mapped to is not
 * there for them. Whoever brought the file has it anyway.
 */
export function hiddenCells(actor: Actor, view: ImportView, columns: readonly ImportColumn[]): ReadonlySet<number> {
  if (actor.userId === view.created_by) return new Set();
  const open = new Set(columns.map(({ key }) => key));
  const closed = Object.entries(view.mapping ?? {}).filter(([, key]) => !open.has(key));
  return new Set(closed.map(([index]) => Number(index)));
}
