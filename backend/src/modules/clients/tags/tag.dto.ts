import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { TagDto } from '../dto/client.dto.js';

export class TagListDto {
  @ApiProperty({ type: () => [TagDto] })
  items: TagDto[];
}

export class CreateTagDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  name: string;
}

export class ClientSourceListDto {
  /** Where clients said they came from, by the alphabet. */
  @ApiProperty({ type: [String] })
  items: string[];
}
