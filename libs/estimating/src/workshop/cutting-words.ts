import type { PlanObject } from '../plan/room-plan.js';

/** What is written on a cutting sheet, in the language of the workshop. Lengths come in millimetres nobody has rounded. */
export interface CuttingWords {
  /** Which way up everything lies: turned over against the plan, or as the plan shows it. */
  mirrored: string;
  asSeen: string;
  piece: (number: number, of: number) => string;
  strip: (number: number, of: number) => string;
  /** The film a strip takes. */
  film: (rollMm: number, lengthMm: number) => string;
  /** On the edge of a strip: the seam there and the strip it joins. */
  weld: (seam: number, toStrip: number) => string;
  seam: (number: number, lengthMm: number) => string;
  /** A side as it is cut, and as it is in the room. */
  side: (label: string, cutMm: number, roomMm: number) => string;
  /** Above a piece with its strips welded together. */
  assembled: string;
  /** In a hole that is cut when the canvas is mounted. */
  cutOnSite: string;
  things: Readonly<Record<PlanObject['kind'], string>>;
}
