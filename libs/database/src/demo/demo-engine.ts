/**
 * What the demo data needs from rooms this library may not import: the estimating engine and the password hasher. The
 * shapes are those of @smet/estimating, so that its `computeEstimate` fits as it is.
 */
export interface DemoEngine {
  hashPassword(password: string): Promise<string>;
  computeEstimate(draft: DemoDraft, priceBook: ReadonlyMap<string, DemoPricedItem>): DemoResult;
  readonly ruleSet: { readonly id: string; readonly version: number };
}

export type DemoShape =
  | { schemaVersion: 1; kind: 'rectangle'; sidesMm: [number, number] }
  | { schemaVersion: 1; kind: 'right-angled'; sidesMm: number[]; reflexCorners?: number[] }
  | {
      schemaVersion: 1;
      kind: 'triangulated';
      sidesMm: number[];
      diagonalsMm: { from: number; to: number; lengthMm: number }[];
    };

export interface DemoRoom {
  id: string;
  name: string;
  shape: DemoShape;
  spotlights: number;
  chandeliers: number;
}

export interface DemoDraft {
  rooms: DemoRoom[];
  overrides: never[];
  manualLines: never[];
  /** Exact decimal, 0…100. */
  discountPercent: string;
}

export interface DemoPricedItem {
  itemId: string;
  code: string;
  name: string;
  unit: string;
  priceMinor: number;
  costMinor: number;
}

export interface DemoLine {
  roomId: string | null;
  ruleKey: string | null;
  itemId: string;
  code: string;
  name: string;
  unit: string;
  quantity: string;
  computedQuantity: string | null;
  priceMinor: number;
  costMinor?: number;
  sumMinor: number;
  explanation: unknown;
}

export interface DemoResult {
  rooms: (
    | { roomId: string; measures: { billedArea: string; billedPerimeter: string } }
    | { roomId: string; problems: unknown[] }
  )[];
  lines: DemoLine[];
  totals: {
    grossMinor: number;
    discountMinor: number;
    toPayMinor: number;
    prepaymentMinor: number;
    costMinor?: number;
  };
  problems: unknown[];
}
