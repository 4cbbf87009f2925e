import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBase64,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { MAX_LOGO_BYTES } from '../logo.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

const MAX_MONTHS = 1200;
const MAX_TERMS = 10_000;
/** Four characters for three bytes; the service counts the bytes themselves. */
const MAX_LOGO_TEXT = Math.ceil(MAX_LOGO_BYTES / 3) * 4 * 2;

const Text = (length = 300): PropertyDecorator => applyDecorators(PlainText(), IsString(), MaxLength(length));
const Months = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'integer', nullable: true }),
    ValidateIf((_, value) => value !== null),
    IsInt(),
    Min(0),
    Max(MAX_MONTHS),
  );

export class BankDto {
  @Text() name: string;

  /** BIK. */
  @Text(50)
  code: string;

  @Text(50) account: string;

  @Text(50) correspondentAccount: string;
}

export class SignatoryDto {
  @Text() name: string;

  @Text() position: string;

  /** By what they may sign: the charter, a power of attorney. */
  @Text()
  basis: string;
}

export class LogoDto {
  @ApiProperty({ enum: ['image/png', 'image/jpeg'] })
  type: 'image/png' | 'image/jpeg';

  /** Base64. */
  data: string;
}

export class NewLogoDto {
  /** Base64 of a PNG or JPEG picture of at most 200 kB. */
  @IsString()
  @MaxLength(MAX_LOGO_TEXT)
  @IsBase64()
  data: string;
}

class RequisitesDto {
  /** 0: nothing was told yet. A change is made on this version, a stale one is answered with 409. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(MAX_VERSION)
  version: number;

  @Text() legalName: string;

  /** INN, BIN, IIN. */
  @Text(50)
  taxId: string;

  /** OGRN, OGRNIP. */
  @Text(50)
  registrationId: string;

  @Text(500) address: string;

  @Text() phone: string;

  @Text() email: string;

  @Text() site: string;

  @ApiProperty({ type: () => BankDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => BankDto)
  bank: BankDto;

  @ApiProperty({ type: () => SignatoryDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatoryDto)
  signatory: SignatoryDto;

  /** As "#1c7ed6"; empty: the colour of the system. */
  @Matches(/^(?:#[0-9a-f]{6})?$/)
  brandColor: string;

  /** Conditions under every proposal. */
  @Text(MAX_TERMS)
  proposalTerms: string;

  /** Null: nothing is promised. */
  @Months()
  warrantyMonthsMaterials: number | null;

  @Months() warrantyMonthsWork: number | null;
}

export class CompanyDto extends RequisitesDto {
  @ApiProperty({ type: () => LogoDto, nullable: true })
  logo: LogoDto | null;
}

export class UpdateCompanyDto extends RequisitesDto {
  /** Absent: the logo stays; null: it goes. */
  @ApiProperty({ type: () => NewLogoDto, nullable: true, required: false })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewLogoDto)
  logo?: NewLogoDto | null;
}
