import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsInt, IsNumber, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { MAX_VERSION } from '../../../platform/http/version.js';

const MAX_MM = 1000;
const MAX_PERCENT = 100;

/**
 * How far the readings of a room may disagree: more than either figure of a pair, in millimetres with a digit after the
 * point or in percent of the length with two, and it is warned of, or refused without a reason.
 */
export class MeasurementTolerancesDto {
  @ApiProperty({ example: 10, multipleOf: 0.1 })
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0.1)
  @Max(MAX_MM)
  warnMm: number;

  @ApiProperty({ example: 0.3, multipleOf: 0.01 })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(MAX_PERCENT)
  warnPercent: number;

  @ApiProperty({ example: 30, multipleOf: 0.1 })
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0.1)
  @Max(MAX_MM)
  blockMm: number;

  @ApiProperty({ example: 1, multipleOf: 0.01 })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(MAX_PERCENT)
  blockPercent: number;
}

export class OrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  /** ISO 3166-1 alpha-2. */
  country: string;

  /** ISO 4217. */
  currency: string;

  /** IANA name, for example Europe/Moscow. */
  timezone: string;

  @ApiProperty({ type: () => MeasurementTolerancesDto })
  measurementTolerances: MeasurementTolerancesDto;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class UpdateOrganizationDto {
  /** The version the change was made on; a stale one is answered with 409 and the current version. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ type: () => MeasurementTolerancesDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => MeasurementTolerancesDto)
  measurementTolerances: MeasurementTolerancesDto;
}
