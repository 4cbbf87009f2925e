import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PARAMS } from './message-params.js';

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

/** One measure a formula used. */
export class ExplanationMeasureDto {
  name: string;

  @ApiProperty({ example: '12' })
  value: string;

  /** Of a value the firm has named: what it is made of. */
  @ApiPropertyOptional({ example: 'perimeter / 2' })
  formula?: string;

  /** `m`, `m2`, `pcs`, or empty for a plain number. */
  unit: string;

  /** What it was added up from. */
  @ApiProperty({ type: () => [ExplanationTermDto] })
  terms: ExplanationTermDto[];
}

/** Why a line has the quantity it has. */
export class ExplanationDto {
  /** null: a line added by hand. */
  @ApiProperty({ type: () => ExplanationRuleSetDto, nullable: true })
  ruleSet: ExplanationRuleSetDto | null;

  /** As it stands in the rule set. */
  @ApiProperty({ type: String, nullable: true })
  formula: string | null;

  /** The condition the line is there by; absent where the rule has none. */
  @ApiPropertyOptional({ example: 'material = "pvc"' })
  when?: string;

  @ApiProperty({ type: () => [ExplanationMeasureDto] })
  measures: ExplanationMeasureDto[];

  @ApiProperty({ type: String, nullable: true })
  unrounded: string | null;

  @ApiProperty({ type: () => ExplanationRoundingDto, nullable: true })
  rounding: ExplanationRoundingDto | null;

  /** Billed in whole packs of so much. */
  @ApiProperty({ type: String, nullable: true })
  pack: string | null;

  @ApiProperty({ type: () => [ExplanationNoteDto] })
  notes: ExplanationNoteDto[];
}
