import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { MAX_VERSION } from '../../../platform/http/version.js';
import { ClientPersonDto } from '../dto/client.dto.js';

export class MergeClientsDto {
  /** Of the client that is left. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** The client that becomes a part of it. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  otherId: string;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  otherVersion: number;

  /**
   * Whose value is kept, by `kind`, `name`, `source`, `responsibleUserId`, `comment` or `fields.<key>`; `mine` is the one that
   * is left. Without a word it is `mine`, and where that is empty `theirs`.
   */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: ['mine', 'theirs'] } })
  @IsOptional()
  @IsObject()
  fields?: Record<string, 'mine' | 'theirs'>;
}

export class MergeDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: () => ClientPersonDto, nullable: true })
  by: ClientPersonDto | null;

  /** The client that became a part of this one. */
  @ApiProperty({ type: () => ClientPersonDto })
  other: ClientPersonDto;

  /** Null as long as it stands. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: string | null;

  @ApiProperty({ type: () => ClientPersonDto, nullable: true })
  undoneBy: ClientPersonDto | null;
}

export class MergeListDto {
  @ApiProperty({ type: () => [MergeDto] })
  items: MergeDto[];
}
