import { ApiProperty } from '@nestjs/swagger';
import type { RuleSet } from '@smet/estimating';
import { IsDefined, IsInt, IsObject, Max, Min } from 'class-validator';
import { documentRef } from '../../../platform/http/named-schemas.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

export class RuleSetAuthorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class RuleSetVersionDto {
  /** The name estimates know the rule set by. */
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  title: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** Null: it came with the system. */
  @ApiProperty({ type: () => RuleSetAuthorDto, nullable: true })
  createdBy: RuleSetAuthorDto | null;
}

export class RuleSetDto extends RuleSetVersionDto {
  /** The whole rule set. */
  @ApiProperty(documentRef('RuleSet'))
  document: RuleSet;
}

export class RuleSetPageDto {
  @ApiProperty({ type: () => [RuleSetVersionDto] })
  items: RuleSetVersionDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class UpdateRuleSetDto {
  /** The version the change was made on; a stale one is answered with 409 and the current version. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** The whole rule set; its `id` and `version` are set by the server. */
  @ApiProperty(documentRef('RuleSet'))
  @IsDefined()
  @IsObject()
  document: object;
}
