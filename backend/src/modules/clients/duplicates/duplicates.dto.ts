import { ApiProperty } from '@nestjs/swagger';
import { ClientRowDto } from '../dto/client.dto.js';

export class DuplicateDto {
  @ApiProperty({ type: () => ClientRowDto })
  client: ClientRowDto;

  /** What both have in common. */
  @ApiProperty({ enum: ['phone', 'email', 'name'], isArray: true })
  reasons: ('phone' | 'email' | 'name')[];

  /** Of the names, from 0 to 1; 0 when they were not compared or differ. */
  similarity: number;
}

export class DuplicateListDto {
  @ApiProperty({ type: () => [DuplicateDto] })
  items: DuplicateDto[];
}
