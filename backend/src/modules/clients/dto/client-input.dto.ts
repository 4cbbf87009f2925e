import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

const KINDS = ['person', 'company'] as const;
/** Of phones, e-mails and addresses each; of contact people ten times as many. */
const MOST = 20;
const MOST_CONTACTS = 200;

export class ClientPhoneInputDto {
  /** As people type it; stored as E.164. */
  @ApiProperty({ example: '8 999 123-45-67' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  number: string;

  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(50)
  label?: string | null;
}

export class ClientAddressInputDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  text: string;

  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(50)
  label?: string | null;
}

export class ContactInputDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId: string;

  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  position?: string | null;
}

/** What a client is made of. A part that is missing stays as it is; a list that is there replaces the whole list. */
class ClientPartsDto {
  @ApiProperty({ enum: KINDS, required: false })
  @IsOptional()
  @IsIn(KINDS)
  kind?: (typeof KINDS)[number];

  /** The first is the main one. A number belongs to one client, unless it is named in `sharedPhones`. */
  @ApiProperty({ type: () => [ClientPhoneInputDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => ClientPhoneInputDto)
  phones?: ClientPhoneInputDto[];

  /** Those of `phones` that another client holds and that are shared on purpose. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  sharedPhones?: string[];

  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique((email: unknown) => (typeof email === 'string' ? email.toLowerCase() : email))
  @IsEmail({}, { each: true })
  @MaxLength(254, { each: true })
  emails?: string[];

  @ApiProperty({ type: () => [ClientAddressInputDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique((address: ClientAddressInputDto) => address?.text)
  @ValidateNested({ each: true })
  @Type(() => ClientAddressInputDto)
  addresses?: ClientAddressInputDto[];

  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  tagIds?: string[];

  /** Of a company only. */
  @ApiProperty({ type: () => [ContactInputDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CONTACTS)
  @ArrayUnique((contact: ContactInputDto) => contact?.personId)
  @ValidateNested({ each: true })
  @Type(() => ContactInputDto)
  contacts?: ContactInputDto[];

  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  source?: string | null;

  @ApiProperty({ type: String, format: 'uuid', required: false, nullable: true })
  @IsOptional()
  @IsUUID()
  responsibleUserId?: string | null;

  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(5000)
  comment?: string | null;

  /** Own fields by their keys, only those that change; null takes a value away. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
  })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
}

/** A person needs a phone or an e-mail; a company may be reached through its contact people. */
export class CreateClientDto extends ClientPartsDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name: string;
}

export class UpdateClientDto extends ClientPartsDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsDefined()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ required: false })
  @ValidateIf((client: UpdateClientDto) => client.name !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name?: string;
}

export class RestoreClientDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}
