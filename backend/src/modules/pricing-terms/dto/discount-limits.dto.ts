import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsNumber, Max, Min } from 'class-validator';
import type { Role } from '../../../platform/access/index.js';

const Percent = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minimum: 0, maximum: 100, multipleOf: 0.01 }),
    IsNumber({ maxDecimalPlaces: 2 }),
    Min(0),
    Max(100),
  );

export class DiscountLimitsDto implements Record<Role, number> {
  @Percent() owner: number;
  @Percent() administrator: number;
  @Percent() manager: number;
  @Percent() measurer: number;
  @Percent() workshop: number;
  @Percent() installer: number;
  @Percent() operator: number;
  @Percent() accountant: number;
}
