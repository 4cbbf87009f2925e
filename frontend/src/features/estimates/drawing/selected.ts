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
