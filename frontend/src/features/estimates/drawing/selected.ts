/** What a person has chosen on the drawing or in the fields beside it. */
export type Selected =
  | { kind: 'side' | 'diagonal'; index: number }
  | { kind: 'corner'; index: number }
  | { kind: 'object' | 'cutout' | 'level'; id: string };

/** A wall or a diagonal by its index in the form. */
export interface ActiveEdge {
  kind: 'side' | 'diagonal';
  index: number;
}

export function sameSelection(a: Selected | null, b: Selected | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind !== b.kind) return false;
  return 'id' in a ? a.id === (b as { id: string }).id : a.index === (b as { index: number }).index;
}
