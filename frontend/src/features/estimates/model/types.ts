import type { Estimate } from '@smet/api-client';
import type {
  Arc,
  Cutout,
  VariantInput,
  EstimateResult,
  Length,
  Lettering,
  ManualLine,
  PricedItem,
  QuantityOverride,
  RoomKind,
  RoomPlan,
} from '@smet/estimating';

/** The API's estimate with the documents of the estimating library named. */
export type EstimateView = Omit<Estimate, 'draft' | 'result' | 'priceBook'> & {
  draft: VariantInput;
  result: EstimateResult;
  priceBook: PricedItem[];
};

/** A diagonal as it is typed: two corners and a length in centimetres. */
export interface DiagonalField {
  from: number;
  to: number;
  text: string;
  /** A person said that it is this one: it is not replaced by a better suggestion. */
  chosen?: true;
}

/** An interior angle in place of a diagonal, in degrees. */
export interface AngleField {
  corner: number;
  text: string;
}

/** A wall that is an arc, by its greatest distance from the chord or by its radius, in centimetres. */
export interface ArcField {
  side: number;
  bulges: Arc['bulges'];
  by: 'sagitta' | 'radius';
  text: string;
}

/** A room as it is typed. Texts stay exactly what was typed, so that nothing is lost while it is not a number yet. */
export interface RoomForm {
  id: string;
  name: string;
  kind: RoomKind;
  /** Which way round its corners are lettered, seen from above: a room lettered clockwise is drawn mirrored. */
  lettered: Lettering;
  /** Centimetres, in the order of the walls: AB, BC… */
  sides: string[];
  /** Those the room needs and, after them, the control ones. */
  diagonals: DiagonalField[];
  angles: AngleField[];
  /** Which corners turn back: those of a preset, or chosen when the lengths alone allow several rooms. */
  reflexCorners: number[] | null;
  arcs: ArcField[];
  /** Columns and openings; placed on the plan, in millimetres. */
  cutouts: Cutout<Length>[];
  plan: RoomPlan;
  /** All lamps of the room: those on the plan and those that have no place on it yet. */
  spotlights: string;
  chandeliers: string;
}

/** Everything a person can change in an estimate, in the state of being typed. */
export interface EstimateForm {
  title: string;
  rooms: RoomForm[];
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
  discount: string;
}
