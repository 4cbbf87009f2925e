import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  ESTIMATE_LIMITS,
  ITEM_KINDS,
  PAYMENT_MOMENTS,
  PROFILE_KINDS,
  type ItemKind,
  type PaymentMoment,
  type ProfileKind,
} from '@smet/estimating';
import { PlainText } from '../../../platform/http/plain-text.js';

/** The column's four digits after the point; below ESTIMATE_LIMITS.maxQuantity. */
const QUANTITY = /^\d{1,5}(\.\d{1,4})?$/;
const PERCENT = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;
/** A surcharge may be more than the whole, a reduction is below zero. */
const SURCHARGE = /^-?\d{1,3}(\.\d{1,2})?$/;
const MAX_CODE = 64;
const MAX_COEFFICIENTS = 100;
const MAX_STAGES = 10;
const MAX_SUBSTITUTES = 200;
const MAX_CATEGORIES = 500;
/** Id of a room, a colon, key of a rule. */
const MAX_LINE_KEY = 160;

export class QuantityOverrideDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  roomId: string;

  /** Names the generated line within its room. */
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  ruleKey: string;

  @ApiProperty({ example: '14.87', pattern: QUANTITY.source })
  @IsString()
  @Matches(QUANTITY)
  quantity: string;
}

export class ManualLineDto {
  /** Made by the one who adds the line (UUID). */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_CODE)
  itemCode: string;

  /** null: the line belongs to the whole estimate. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((line: ManualLineDto) => line.roomId !== null)
  @IsUUID()
  roomId: string | null;

  @ApiProperty({ example: '1', pattern: QUANTITY.source })
  @IsString()
  @Matches(QUANTITY)
  quantity: string;
}

/** An item taken instead of the one the rules ask for. */
export class SubstituteDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_CODE)
  code: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_CODE)
  by: string;
}

/** What a variant changes in every room. */
export class SpecificationDto {
  /** Key of a film of the rule set. */
  @ApiProperty({ required: false, example: 'pvc-premium' })
  @ValidateIf((given: SpecificationDto) => given.film !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  film?: string;

  /** On every side whose profile is an ordinary one. */
  @ApiProperty({ enum: PROFILE_KINDS, required: false })
  @ValidateIf((given: SpecificationDto) => given.profile !== undefined)
  @IsIn(PROFILE_KINDS)
  profile?: ProfileKind;

  @ApiProperty({ type: () => [SubstituteDto], required: false, maxItems: MAX_SUBSTITUTES })
  @ValidateIf((given: SpecificationDto) => given.substitutes !== undefined)
  @IsArray()
  @ArrayMaxSize(MAX_SUBSTITUTES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SubstituteDto)
  substitutes?: SubstituteDto[];
}

export class CategoryDiscountDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  categoryId: string;

  @ApiProperty({ example: '5', pattern: PERCENT.source })
  @IsString()
  @Matches(PERCENT)
  percent: string;
}

export class LineDiscountInputDto {
  /** `key` of a line of the result. */
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_LINE_KEY)
  lineKey: string;

  @ApiProperty({ example: '5', pattern: PERCENT.source })
  @IsString()
  @Matches(PERCENT)
  percent: string;
}

/** Instead of the discount of the whole; that of a line goes before that of its category. */
export class DiscountsDto {
  @ApiProperty({ type: () => [CategoryDiscountDto], required: false, maxItems: MAX_CATEGORIES })
  @ValidateIf((given: DiscountsDto) => given.categories !== undefined)
  @IsArray()
  @ArrayMaxSize(MAX_CATEGORIES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CategoryDiscountDto)
  categories?: CategoryDiscountDto[];

  @ApiProperty({ type: () => [LineDiscountInputDto], required: false, maxItems: ESTIMATE_LIMITS.maxOverrides })
  @ValidateIf((given: DiscountsDto) => given.lines !== undefined)
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxOverrides)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => LineDiscountInputDto)
  lines?: LineDiscountInputDto[];
}

/** A surcharge a person added; below zero it is a reduction, which needs `estimate:discount`. */
export class ManualCoefficientDto {
  /** Made by the one who adds it (UUID). */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name: string;

  /** null: of the whole estimate. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((given: ManualCoefficientDto) => given.roomId !== null)
  @IsUUID()
  roomId: string | null;

  @ApiProperty({ example: '30', pattern: SURCHARGE.source })
  @IsString()
  @Matches(SURCHARGE)
  percent: string;

  /** Kinds of items whose lines it is taken of. */
  @ApiProperty({ enum: ITEM_KINDS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ITEM_KINDS, { each: true })
  base: ItemKind[];
}

export class PaymentStageDto {
  @ApiProperty({ enum: PAYMENT_MOMENTS })
  @IsIn(PAYMENT_MOMENTS)
  when: PaymentMoment;

  /** Of what is to be paid; all stages together make 100. */
  @ApiProperty({ example: '50', pattern: PERCENT.source })
  @IsString()
  @Matches(PERCENT)
  percent: string;
}

/** What a variant is made of beside the rooms. */
export class VariantContentDto {
  /** The rooms as they were measured when absent. */
  @ApiProperty({ type: () => SpecificationDto, required: false })
  @ValidateIf((given: VariantContentDto) => given.specification !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => SpecificationDto)
  specification?: SpecificationDto;

  /** Quantities of generated lines changed by hand; the computed ones are kept beside. */
  @ApiProperty({ type: () => [QuantityOverrideDto], maxItems: ESTIMATE_LIMITS.maxOverrides })
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxOverrides)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuantityOverrideDto)
  overrides: QuantityOverrideDto[];

  @ApiProperty({ type: () => [ManualLineDto], maxItems: ESTIMATE_LIMITS.maxManualLines })
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxManualLines)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ManualLineDto)
  manualLines: ManualLineDto[];

  /** Percent of everything without a discount of its own. Changing it or `discounts` needs `estimate:discount`. */
  @ApiProperty({ example: '10', pattern: PERCENT.source })
  @IsString()
  @Matches(PERCENT)
  discountPercent: string;

  @ApiProperty({ type: () => DiscountsDto, required: false })
  @ValidateIf((given: VariantContentDto) => given.discounts !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => DiscountsDto)
  discounts?: DiscountsDto;

  @ApiProperty({ type: () => [ManualCoefficientDto], required: false, maxItems: MAX_COEFFICIENTS })
  @ValidateIf((given: VariantContentDto) => given.coefficients !== undefined)
  @IsArray()
  @ArrayMaxSize(MAX_COEFFICIENTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ManualCoefficientDto)
  coefficients?: ManualCoefficientDto[];

  /** How the sum is paid; that of the terms when absent. */
  @ApiProperty({ type: () => [PaymentStageDto], required: false, maxItems: MAX_STAGES })
  @ValidateIf((given: VariantContentDto) => given.schedule !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_STAGES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PaymentStageDto)
  schedule?: PaymentStageDto[];
}
