import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { DrawingTheme, SvgLayers } from '@smet/estimating';

const THEMES = ['light', 'dark', 'print'] as const satisfies readonly DrawingTheme[];

export type DrawingLayer = keyof SvgLayers;
export const DRAWING_LAYERS: readonly DrawingLayer[] = [
  'labels',
  'diagonals',
  'angles',
  'sides',
  'objects',
  'canvas',
  'dimensions',
];

const SIDE = { type: 'integer', minimum: 16, maximum: 4000, required: false } as const;

export class DrawingQueryDto {
  /** Pixels. */
  @ApiProperty({ ...SIDE, default: 800 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(SIDE.minimum)
  @Max(SIDE.maximum)
  width: number = 800;

  @ApiProperty({ ...SIDE, default: 600 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(SIDE.minimum)
  @Max(SIDE.maximum)
  height: number = 600;

  @ApiProperty({ enum: THEMES, default: 'light', required: false })
  @IsOptional()
  @IsIn(THEMES)
  theme: DrawingTheme = 'light';

  /** Only these, separated by commas; everything but `canvas` and `dimensions` when absent. An empty text: the figure alone. */
  @ApiProperty({ type: String, required: false, example: 'labels,sides,canvas' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? splitList(value) : value))
  @IsArray()
  @ArrayMaxSize(DRAWING_LAYERS.length)
  @ArrayUnique()
  @IsIn(DRAWING_LAYERS, { each: true })
  layers?: DrawingLayer[];
}

function splitList(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
