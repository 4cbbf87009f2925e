/**
 * What the demo data needs from rooms this library may not import: the estimating engine and the password hasher. The
 * shapes are those of @smet/estimating, so that its `computeEstimate` fits as it is.
 */
export interface DemoEngine {
  hashPassword(password: string): Promise<string>;
  computeEstimate(draft: DemoDraft, priceBook: ReadonlyMap<string, DemoPricedItem>): DemoResult;
  readonly ruleSet: { readonly id: string; readonly version: number; readonly title: string };
  /** Money terms, those `computeEstimate` computes by. */
  readonly terms: object;
}

interface DemoPoint {
  x: number;
  y: number;
}

interface DemoShapeOf {
  schemaVersion: 1;
  lettered?: 'clockwise';
  arcs?: { side: number; bulges: 'outward' | 'inward'; sagittaMm: number }[];
  cutouts?: (
    | { id: string; purpose: 'column'; kind: 'circle'; centreMm: DemoPoint; diameterMm: number }
    | { id: string; purpose: 'column'; kind: 'rectangle'; centreMm: DemoPoint; sizeMm: [number, number] }
  )[];
}

export type DemoShape = DemoShapeOf &
  (
    | { kind: 'rectangle'; sidesMm: [number, number] }
    | { kind: 'right-angled'; sidesMm: number[]; reflexCorners?: number[] }
    | {
        kind: 'triangulated';
        sidesMm: number[];
        diagonalsMm: { from: number; to: number; lengthMm: number }[];
        angles?: { corner: number; degrees: number }[];
      }
  );

type DemoProfile = 'ceiling' | 'shadow' | 'floating' | 'niche' | 'none';

export type DemoObject =
  | { id: string; kind: 'spotlight' | 'chandelier' | 'pipe' | 'vent' | 'sensor' | 'hatch'; atMm: DemoPoint }
  | { id: string; kind: 'light-line' | 'track' | 'curtain-niche'; pointsMm: DemoPoint[] };

export interface DemoPlan {
  schemaVersion: 1;
  sides?: { side: number; profile?: DemoProfile; wall?: 'concrete' | 'drywall' | 'tile' }[];
  objects?: DemoObject[];
  canvas?: { direction: { wall: number; turnDeg: 0 | 90 } };
  misclosureReason?: string;
  inset?: { roomId: string; atMm: DemoPoint; turnDeg: number };
}

export interface DemoRoom {
  id: string;
  name: string;
  shape: DemoShape;
  plan?: DemoPlan;
  spotlights: number;
  chandeliers: number;
}

/** What a variant changes in every room. */
export interface DemoSpecification {
  film: string;
  profile: 'shadow' | 'floating';
}

export interface DemoContent {
  specification?: DemoSpecification;
  overrides: never[];
  manualLines: never[];
  /** Exact decimal, 0…100. */
  discountPercent: string;
}

export interface DemoDraft extends DemoContent {
  rooms: DemoRoom[];
}

export interface DemoPricedItem {
  itemId: string;
  code: string;
  name: string;
  unit: string;
  categoryId: string;
  kind: 'material' | 'work' | 'service';
  priceMinor: number;
  costMinor: number;
  payMinor?: number;
  dealerMinor?: number;
}

export interface DemoLine {
  key: string;
  roomId: string | null;
  ruleKey: string | null;
  itemId: string;
  code: string;
  name: string;
  unit: string;
  categoryId?: string;
  kind?: string;
  quantity: string;
  computedQuantity: string | null;
  overridden: boolean;
  priceMinor: number;
  costMinor?: number;
  payMinor?: number;
  dealerMinor?: number;
  sumMinor: number;
  discount: object | null;
  explanation: unknown;
}

export interface DemoResult {
  rooms: (
    | { roomId: string; measures: { billedArea: string; billedPerimeter: string }; subtotalMinor: number }
    | { roomId: string; problems: unknown[] }
  )[];
  lines: DemoLine[];
  adjustments: unknown[];
  totals: {
    grossMinor: number;
    discountMinor: number;
    topUpMinor: number;
    toPayMinor: number;
    vat: object | null;
    schedule: unknown[];
    costMinor?: number;
    marginMinor?: number;
    payMinor?: number;
    dealerMinor?: number;
  };
  problems: unknown[];
}
