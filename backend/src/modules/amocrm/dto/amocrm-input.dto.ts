import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

const HTTP_ADDRESS = /^https?:\/\/[^\s/?#@]+\/?$/i;
const PRINTABLE = /^[\x21-\x7e]+$/;

export class TestAmocrmDto {
  /** Address of the account without a path. */
  @ApiProperty({ example: 'https://example.amocrm.ru' })
  @IsString()
  @MaxLength(200)
  @Matches(HTTP_ADDRESS)
  baseUrl: string;

  /** Long-lived token; may be left out when the stored one is meant and the address stays the same. */
  @ApiProperty({ required: false, writeOnly: true })
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(4000)
  @Matches(PRINTABLE)
  token?: string;
}

export class SaveAmocrmDto extends TestAmocrmDto {
  /** Version of the connection that is being changed; a stale one is answered with 409. */
  @ApiProperty({ type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number;
}
