import { ApiProperty } from '@nestjs/swagger';
import type { CheckVerdict, ProfileKind, WallMaterial } from '@smet/estimating';

/** Parameters of a message: the web puts them into its own words. */
const PARAMS: { type: 'object'; additionalProperties: { oneOf: { type: 'string' | 'number' }[] } } = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
};

export class ExplanationTermDto {
  name: string;

  @ApiProperty({ example: '12.00' })
  value: string;

  unit: string;
}

export class ExplanationRoundingDto {
  @ApiProperty({ example: 'half-up' })
  mode: string;

  @ApiProperty({ example: '0.01' })
  step: string;
}

export class ExplanationNoteDto {
  code: string;

  @ApiProperty(PARAMS)
  params: Record<string, string | number>;
}

export class ExplanationRuleSetDto {
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** A measure or a value of the rule set that a formula uses. */
export class ExplainedMeasureDto {
  name: string;

  value: string;

  unit: string;

  @ApiProperty({ type: () => [ExplanationTermDto] })
  terms: ExplanationTermDto[];
}

/** Why a line has the quantity it has. */
export class ExplanationDto {
  @ApiProperty({ type: () => ExplanationRuleSetDto, nullable: true })
  ruleSet: ExplanationRuleSetDto | null;

  @ApiProperty({ type: String, nullable: true })
  formula: string | null;

  @ApiProperty({ type: () => [ExplainedMeasureDto] })
  measures: ExplainedMeasureDto[];

  @ApiProperty({ type: String, nullable: true })
  unrounded: string | null;

  @ApiProperty({ type: () => ExplanationRoundingDto, nullable: true })
  rounding: ExplanationRoundingDto | null;

  @ApiProperty({ type: String, nullable: true })
  pack: string | null;

  @ApiProperty({ type: () => [ExplanationNoteDto] })
  notes: ExplanationNoteDto[];
}

export class EstimateLineDto {
  /** Stable while the line lives: of the rule and the room, or of the line added by hand. */
  key: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  roomId: string | null;

  @ApiProperty({ type: String, nullable: true })
  ruleKey: string | null;

  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ example: '12' })
  quantity: string;

  @ApiProperty({ type: String, nullable: true })
  computedQuantity: string | null;

  overridden: boolean;

  @ApiProperty({ type: 'integer' })
  priceMinor: number;

  @ApiProperty({ type: 'integer' })
  sumMinor: number;

  /** Purchase price; present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', required: false })
  costMinor?: number;

  @ApiProperty({ type: 'integer', required: false })
  costSumMinor?: number;

  @ApiProperty({ type: () => ExplanationDto })
  explanation: ExplanationDto;
}

/** What is cut from the roll. */
export class CanvasMeasuresDto {
  filmM2: number;

  /** The canvas itself, shrunk. */
  cutPieceM2: number;

  offcutM2: number;

  /** Harpoon along the edge of the canvas and its cut-outs. */
  harpoonM: number;
}

const METRES_BY_KIND: { type: 'object'; additionalProperties: { type: 'number' } } = {
  type: 'object',
  additionalProperties: { type: 'number' },
};
const COUNT = { type: 'integer' } as const;

/** What there is to be mounted: things counted, lengths in metres. */
export class TakeOffDto {
  @ApiProperty(COUNT)
  spotlights: number;

  @ApiProperty(COUNT)
  chandeliers: number;

  @ApiProperty(COUNT)
  pipes: number;

  @ApiProperty(COUNT)
  vents: number;

  @ApiProperty(COUNT)
  sensors: number;

  @ApiProperty(COUNT)
  hatches: number;

  lightLineM: number;

  trackM: number;

  curtainNicheM: number;

  /** By what holds the canvas; `none` are the metres that take no profile. */
  @ApiProperty({ ...METRES_BY_KIND, example: { ordinary: 12.5, niche: 3 } })
  profileM: Partial<Record<ProfileKind, number>>;

  /** Of the walls whose material is named. */
  @ApiProperty({ ...METRES_BY_KIND, example: { tile: 7.7 } })
  wallM: Partial<Record<WallMaterial, number>>;

  /** Edges of all columns and openings. */
  cutoutM: number;

  @ApiProperty(COUNT)
  columns: number;
}

/** How well the readings agree, by the tolerances of the organization. */
export class CheckMeasuresDto {
  misclosureMm: number;

  misclosurePercent: number;

  @ApiProperty({ enum: ['agrees', 'doubtful', 'refused'] })
  verdict: CheckVerdict;

  /** The reading that is wrong, as `BD`; null where the geometry cannot tell. */
  @ApiProperty({ type: String, nullable: true })
  doubtful: string | null;

  /** Why a refused misclosure was accepted all the same. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** Numbers are unrounded metres and square metres; decimal strings are what is billed. */
export class RoomMeasuresDto {
  areaM2: number;

  perimeterM: number;

  @ApiProperty({ example: '12' })
  billedArea: string;

  @ApiProperty({ example: '14' })
  billedPerimeter: string;

  @ApiProperty({ type: 'integer' })
  innerCorners: number;

  @ApiProperty({ type: 'integer' })
  outerCorners: number;

  @ApiProperty({ type: 'integer' })
  extraCorners: number;

  minWidthM: number;

  /** Width of the roll the canvas is cut from. */
  @ApiProperty({ example: '3.2' })
  rollM: string;

  @ApiProperty({ type: 'integer' })
  strips: number;

  /** The canvas is cut to this share of the room. */
  @ApiProperty({ example: '0.93' })
  shrink: string;

  arcLengthM: number;

  billedArcLength: string;

  seamLengthM: number;

  billedSeamLength: string;

  /** Perimeter without the sides that take no profile or that of a niche. */
  billedProfileLength: string;

  /** Key of the film the canvas is cut from. */
  @ApiProperty({ example: 'pvc-matte' })
  film: string;

  @ApiProperty({ type: () => CanvasMeasuresDto })
  canvas: CanvasMeasuresDto;

  @ApiProperty({ type: () => TakeOffDto })
  takeOff: TakeOffDto;

  /** Things of the plan that lie outside of the room; they are counted all the same. */
  @ApiProperty(COUNT)
  outside: number;

  /** null: the room was measured with no reading to spare. */
  @ApiProperty({ type: () => CheckMeasuresDto, nullable: true })
  check: CheckMeasuresDto | null;
}

export class RoomProblemDto {
  code: string;

  /** Field of the room: `shape.sidesMm.2`, `plan.canvas.film`. */
  path: string;

  @ApiProperty(PARAMS)
  params: Record<string, string | number>;
}

export class RoomResultDto {
  @ApiProperty({ format: 'uuid' })
  roomId: string;

  @ApiProperty({ type: () => RoomMeasuresDto, required: false })
  measures?: RoomMeasuresDto;

  @ApiProperty({ type: 'integer', required: false })
  subtotalMinor?: number;

  @ApiProperty({ type: () => [RoomProblemDto], required: false })
  problems?: RoomProblemDto[];
}

export class EstimateTotalsDto {
  @ApiProperty({ type: 'integer' })
  grossMinor: number;

  @ApiProperty({ type: 'integer' })
  discountMinor: number;

  @ApiProperty({ type: 'integer' })
  toPayMinor: number;

  @ApiProperty({ type: 'integer' })
  prepaymentMinor: number;

  @ApiProperty({ type: 'integer' })
  restMinor: number;

  /** Present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', required: false })
  costMinor?: number;

  /** Present only for people with `margin:read`. */
  @ApiProperty({ type: 'integer', required: false })
  marginMinor?: number;
}

/** Something that keeps a line out of the estimate, named at its place in the draft. */
export class EstimateProblemDto {
  code: string;

  @ApiProperty({ example: 'manualLines.0.quantity' })
  path: string;

  @ApiProperty(PARAMS)
  params: Record<string, string | number>;
}

export class EstimateResultDto {
  @ApiProperty({ type: () => [RoomResultDto] })
  rooms: RoomResultDto[];

  @ApiProperty({ type: () => [EstimateLineDto] })
  lines: EstimateLineDto[];

  @ApiProperty({ type: () => EstimateTotalsDto })
  totals: EstimateTotalsDto;

  @ApiProperty({ type: () => [EstimateProblemDto] })
  problems: EstimateProblemDto[];
}
