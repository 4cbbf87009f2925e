import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../platform/http/index.js';

export const HISTORY_KINDS = ['client', 'consent', 'order', 'estimate', 'proposal', 'exchange'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export class HistoryQueryDto extends PageQuery {
  @ApiProperty({ enum: HISTORY_KINDS, required: false })
  @IsOptional()
  @IsIn(HISTORY_KINDS)
  kind?: HistoryKind;
}

export class HistoryActorDto {
  @ApiProperty({ enum: ['user', 'system', 'client'] })
  kind: 'user' | 'system' | 'client';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  id: string | null;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

export class HistorySubjectDto {
  @ApiProperty({ enum: ['client', 'order', 'estimate'] })
  type: 'client' | 'order' | 'estimate';

  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The client's name, the order's number, the estimate's title. */
  title: string;
}

export class HistoryEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: HISTORY_KINDS })
  kind: HistoryKind;

  @ApiProperty({ type: () => HistoryActorDto })
  actor: HistoryActorDto;

  /** What was done, as `order.stage_changed`. */
  action: string;

  @ApiProperty({ type: () => HistorySubjectDto })
  subject: HistorySubjectDto;

  /** What it was about, mostly `{field: {before, after}}`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  changes: Record<string, unknown>;
}

export class HistoryPageDto {
  @ApiProperty({ type: () => [HistoryEntryDto] })
  items: HistoryEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
