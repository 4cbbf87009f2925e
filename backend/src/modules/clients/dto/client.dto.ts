import { ApiProperty } from '@nestjs/swagger';

export class ClientPhoneDto {
  /** E.164. */
  @ApiProperty({ example: '+79991234567' })
  number: string;

  @ApiProperty({ type: String, nullable: true })
  label: string | null;
}

export class ClientDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['person', 'company'] })
  kind: 'person' | 'company';

  name: string;

  @ApiProperty({ type: () => [ClientPhoneDto] })
  phones: ClientPhoneDto[];

  @ApiProperty({ type: [String] })
  emails: string[];

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class ClientPageDto {
  @ApiProperty({ type: () => [ClientDto] })
  items: ClientDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ClientLookupDto {
  /** The number as it is stored, E.164. */
  phone: string;

  @ApiProperty({ type: () => ClientDto, nullable: true })
  client: ClientDto | null;
}
