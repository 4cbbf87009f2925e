import { ApiProperty, ApiExtraModels } from '@nestjs/swagger';
import { SHAPE_LIMITS } from '@smet/estimating';

const { minSideMm, maxSideMm, maxDiagonalMm, minSagittaMm, stepMm, maxCorners, maxArcs } = SHAPE_LIMITS;

const CORNER = { type: 'integer', minimum: 0, maximum: maxCorners - 1 } as const;
const SIDE = { type: 'number', minimum: minSideMm, maximum: maxSideMm, multipleOf: stepMm } as const;
const sides = (minItems: number, maxItems: number) => ({ type: 'array', items: SIDE, minItems, maxItems }) as const;
const ARCS = { type: () => [RoomArcDto], required: false, maxItems: maxArcs } as const;

/**
 * The room shape document as partners and the web see it. These classes only describe it: it is checked by
 * `parseRoomShape` of @smet/estimating, which names the wrong reading itself.
 */
export class RoomArcDto {
  /** Index of the side the arc replaces: 0 is AB. */
  @ApiProperty(CORNER)
  side: number;

  @ApiProperty({ ...SIDE, minimum: minSagittaMm })
  sagittaMm: number;

  @ApiProperty({ enum: ['outward', 'inward'] })
  bulges: 'outward' | 'inward';
}

export class RoomDiagonalDto {
  /** Index of a corner: 0 is A. */
  @ApiProperty(CORNER)
  from: number;

  @ApiProperty(CORNER)
  to: number;

  @ApiProperty({ ...SIDE, maximum: maxDiagonalMm })
  lengthMm: number;
}

export class RectangleShapeDto {
  @ApiProperty({ enum: [1] })
  schemaVersion: 1;

  @ApiProperty({ enum: ['rectangle'] })
  kind: 'rectangle';

  @ApiProperty(sides(2, 2))
  sidesMm: number[];

  @ApiProperty(ARCS)
  arcs?: RoomArcDto[];
}

export class RightAngledShapeDto {
  @ApiProperty({ enum: [1] })
  schemaVersion: 1;

  @ApiProperty({ enum: ['right-angled'] })
  kind: 'right-angled';

  /** AB, BC, CD … */
  @ApiProperty(sides(4, maxCorners))
  sidesMm: number[];

  /** Corners that look into the room; needed only where the sides close in more than one way. */
  @ApiProperty({ type: 'array', items: CORNER, uniqueItems: true, maxItems: maxCorners, required: false })
  reflexCorners?: number[];

  @ApiProperty(ARCS)
  arcs?: RoomArcDto[];
}

export class TriangulatedShapeDto {
  @ApiProperty({ enum: [1] })
  schemaVersion: 1;

  @ApiProperty({ enum: ['triangulated'] })
  kind: 'triangulated';

  /** AB, BC, CD … */
  @ApiProperty(sides(3, maxCorners))
  sidesMm: number[];

  @ApiProperty({ type: () => [RoomDiagonalDto], maxItems: maxCorners - 3 })
  diagonalsMm: RoomDiagonalDto[];

  @ApiProperty(ARCS)
  arcs?: RoomArcDto[];
}

/** Puts the three shapes into the document; used by every DTO that refers to them. */
export const RoomShapeModels = (): ClassDecorator =>
  ApiExtraModels(RectangleShapeDto, RightAngledShapeDto, TriangulatedShapeDto);
