import { ApiProperty, ApiExtraModels } from '@nestjs/swagger';

/**
 * The room shape document as partners and the web see it. These classes only describe it: it is checked by
 * `parseRoomShape` of @smet/estimating, which names the wrong reading itself.
 */
export class RoomArcDto {
  /** Index of the side the arc replaces: 0 is AB. */
  @ApiProperty({ type: 'integer' })
  side: number;

  sagittaMm: number;

  @ApiProperty({ enum: ['outward', 'inward'] })
  bulges: 'outward' | 'inward';
}

export class RoomDiagonalDto {
  /** Index of a corner: 0 is A. */
  @ApiProperty({ type: 'integer' })
  from: number;

  @ApiProperty({ type: 'integer' })
  to: number;

  lengthMm: number;
}

export class RectangleShapeDto {
  @ApiProperty({ enum: [1] })
  schemaVersion: 1;

  @ApiProperty({ enum: ['rectangle'] })
  kind: 'rectangle';

  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2 })
  sidesMm: number[];

  @ApiProperty({ type: () => [RoomArcDto], required: false })
  arcs?: RoomArcDto[];
}

export class RightAngledShapeDto {
  @ApiProperty({ enum: [1] })
  schemaVersion: 1;

  @ApiProperty({ enum: ['right-angled'] })
  kind: 'right-angled';

  /** AB, BC, CD … */
  @ApiProperty({ type: [Number] })
  sidesMm: number[];

  /** Corners that look into the room; needed only where the sides close in more than one way. */
  @ApiProperty({ type: [Number], required: false })
  reflexCorners?: number[];

  @ApiProperty({ type: () => [RoomArcDto], required: false })
  arcs?: RoomArcDto[];
}

export class TriangulatedShapeDto {
  @ApiProperty({ enum: [1] })
  schemaVersion: 1;

  @ApiProperty({ enum: ['triangulated'] })
  kind: 'triangulated';

  /** AB, BC, CD … */
  @ApiProperty({ type: [Number] })
  sidesMm: number[];

  @ApiProperty({ type: () => [RoomDiagonalDto] })
  diagonalsMm: RoomDiagonalDto[];

  @ApiProperty({ type: () => [RoomArcDto], required: false })
  arcs?: RoomArcDto[];
}

/** Puts the three shapes into the document; used by every DTO that refers to them. */
export const RoomShapeModels = (): ClassDecorator =>
  ApiExtraModels(RectangleShapeDto, RightAngledShapeDto, TriangulatedShapeDto);
