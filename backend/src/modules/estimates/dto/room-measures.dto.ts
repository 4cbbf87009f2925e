import { ApiProperty } from '@nestjs/swagger';
import type { CheckVerdict, ProfileKind, WallMaterial } from '@smet/estimating';

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
