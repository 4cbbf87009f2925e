import type { RollWidth } from '../rules/roll-width.js';
import type { PointMm } from '../shape/room-shape.js';

/**
 * What is decided about a room beside its shape, as a JSON document: profiles and walls side by side, lamps and other
 * things on the ceiling, how the canvas is to be cut. Everything is optional; places are in the frame of the room.
 */
export interface RoomPlan {
  schemaVersion: 1;
  /** Sides that differ from an ordinary profile on an unnamed wall; at most one entry a side. */
  sides?: SideAttributes[];
  objects?: PlanObject[];
  canvas?: CanvasOptions;
  /** From the floor to the ceiling at its highest; what is dearer in a high room depends on it. */
  heightMm?: number;
  /** Why readings that disagree by more than the organization allows are taken all the same; printed with the room. */
  misclosureReason?: string;
  /**
   * The misclosure that reason was given for, millimetres: when it has grown by more than 5 mm and more than a fifth since,
   * a reason is asked for again. Without it the reason stands whatever the misclosure.
   */
  acceptedMisclosureMm?: number;
  /** The room is a level within another room of the estimate, whose canvas ends where this one begins. */
  inset?: Inset;
}

export interface SideAttributes {
  /** Index of the wall: 0 is AB. */
  side: number;
  /** Ordinary when absent. */
  profile?: ProfileKind;
  wall?: WallMaterial;
}

/** What holds the canvas along a wall. A niche takes a profile of its own, `none` takes no profile at all. */
export const PROFILE_KINDS = ['ordinary', 'ceiling', 'shadow', 'floating', 'gapless', 'niche', 'none'] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

export const WALL_MATERIALS = ['concrete', 'brick', 'drywall', 'tile', 'porcelain', 'insulation', 'metal'] as const;
export type WallMaterial = (typeof WALL_MATERIALS)[number];

export type PlanObject = PointObject | LineObject;

export const POINT_OBJECT_KINDS = ['spotlight', 'chandelier', 'pipe', 'vent', 'sensor', 'hatch'] as const;
export type PointObjectKind = (typeof POINT_OBJECT_KINDS)[number];

/** A thing at a place; `id` is unique among the objects of the room, up to 36 characters. */
export interface PointObject {
  id: string;
  kind: PointObjectKind;
  atMm: PointMm;
}

export const LINE_OBJECT_KINDS = ['light-line', 'track', 'curtain-niche'] as const;
export type LineObjectKind = (typeof LINE_OBJECT_KINDS)[number];

/** A thing along a line of two points or more. */
export interface LineObject {
  id: string;
  kind: LineObjectKind;
  pointsMm: PointMm[];
}

/** How the canvas of a room is to be cut; what is absent is chosen by the rule set. */
export interface CanvasOptions {
  /** Key of a film of the rule set; its first film when absent. */
  film?: string;
  /** A roll of that film instead of the one the rule set would take. */
  rollM?: RollWidth;
  /** Fewest seams when absent. */
  preference?: CanvasPreference;
  /** Strips along (0) or across (90) a wall; every direction the material allows when absent. */
  direction?: { wall: number; turnDeg: 0 | 90 };
  /** A seam runs through this place. */
  seamThroughMm?: PointMm;
  /** A strip that would be narrower than this is left out: the film is stretched over it. */
  ignoreSliversMm?: number;
}

export const CANVAS_PREFERENCES = ['fewest-seams', 'cheapest'] as const;
export type CanvasPreference = (typeof CANVAS_PREFERENCES)[number];

/** Where a level lies in its base: the place of its corner A in the base's frame, and how its frame is turned there. */
export interface Inset {
  roomId: string;
  atMm: PointMm;
  /** Counter-clockwise in the base's frame, −180 to 180. */
  turnDeg: number;
}

/** The plan of a room nothing was decided about. */
export const EMPTY_PLAN: RoomPlan = { schemaVersion: 1 };
