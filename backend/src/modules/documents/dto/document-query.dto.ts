import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

export class DocumentQueryDto {
  /** The accepted variant when absent, else the current one. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  variant?: string;
}

const BINDINGS = ['firm', 'approximate'] as const;

export class ContractQueryDto extends DocumentQueryDto {
  /** Whether the estimate may not be raised any more, or only with a warning. */
  @ApiProperty({ enum: BINDINGS, required: false, default: 'firm' })
  @IsOptional()
  @IsIn(BINDINGS)
  estimate?: (typeof BINDINGS)[number];
}

const FLAGS = ['true', 'false'] as const;

export class CuttingQueryDto extends DocumentQueryDto {
  /** One room instead of all. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  room?: string;

  /** Turned over, left for right, so that the face of the canvas is up. */
  @ApiProperty({ enum: FLAGS, required: false, default: 'true' })
  @IsOptional()
  @IsIn(FLAGS)
  mirrored?: (typeof FLAGS)[number];
}
