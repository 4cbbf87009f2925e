import type { Estimate } from '@smet/api-client';
import type {
  Arc,
  Cutout,
  EstimateDraft,
  EstimateResult,
  ItemKind,
  Length,
  Lettering,
  ManualLine,
  MoneyTerms,
  PaymentMoment,
  PricedItem,
  QuantityOverride,
  RoomInput,
  RoomKind,
  RoomPlan,
  RuleSet,
  Specification,
} from '@smet/estimating';

/** The API's estimate with the documents of the estimating library named: the place where the two meet. */
export type EstimateView = Omit<Estimate, 'terms' | 'ruleSet' | 'draft' | 'results' | 'priceBook'> & {
  terms: MoneyTerms;
  ruleSet: RuleSet;
  draft: EstimateDraft;
  results: { variantId: string; result: EstimateResult }[];
  priceBook: PricedItem[];
};

export type EstimateVersion = EstimateView['versions'][number];

/** A template in the list of them. */
export interface TemplateHead {
  id: string;
  kind: 'estimate' | 'room';
  name: string;
  /** By the one who looks at it. */
  canRemove: boolean;
}

/** An estimate (its rooms and variants) or a room that was kept to begin others from. */
export type EstimateTemplate =
  | (TemplateHead & { kind: 'estimate'; document: EstimateDraft })
  | (TemplateHead & { kind: 'room'; document: RoomInput });

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

/** A percentage as it is typed, of a line or of a category. */
export interface LineDiscountField {
  /** See EstimateLine. */
  lineKey: string;
  text: string;
}

export interface CategoryDiscountField {
  categoryId: string;
  text: string;
}

/** A surcharge (or, below zero, a reduction) with its base said; see ManualCoefficient. */
export interface CoefficientField {
  id: string;
  name: string;
  /** Null: of the whole estimate. */
  roomId: string | null;
  text: string;
  base: ItemKind[];
}

/** A payment stage; percents as they are typed. */
export interface StageField {
  when: PaymentMoment;
  text: string;
}

/** One variant as it is typed: what the shared rooms are made of and what they cost. */
export interface VariantForm {
  id: string;
  name: string;
  /** Empty: the rooms as they were measured. */
  specification: Specification;
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
  /** In percent, of everything without a discount of its own. */
  discount: string;
  lineDiscounts: LineDiscountField[];
  categoryDiscounts: CategoryDiscountField[];
  coefficients: CoefficientField[];
  /** Null: that of the organization. */
  schedule: StageField[] | null;
}

/** Everything a person can change in an estimate, in the state of being typed. Rooms are shared by all variants. */
export interface EstimateForm {
  title: string;
  rooms: RoomForm[];
  /** At least one, in the order shown. */
  variants: VariantForm[];
  /** The variant that goes into the order. */
  currentVariantId: string;
}
