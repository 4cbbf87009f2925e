import { ApiProperty } from '@nestjs/swagger';

export class ClientPhoneDto {
  /** E.164. */
  @ApiProperty({ example: '+79991234567' })
  number: string;

  @ApiProperty({ type: String, nullable: true })
  label: string | null;

  /** Another client holds this number and it is shared with this one on purpose. */
  shared: boolean;
}

export class ClientAddressDto {
  text: string;

  @ApiProperty({ type: String, nullable: true, example: 'Дача' })
  label: string | null;
}

export class TagDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class ClientPersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class LinkedClientDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  /** Their first phone, E.164. */
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  /** What the person does at the company. */
  @ApiProperty({ type: String, nullable: true, example: 'Прораб' })
  position: string | null;
}

export class ConsentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['phone', 'email', 'messenger', 'post'] })
  channel: 'phone' | 'email' | 'messenger' | 'post';

  /** What it was given for and on what ground. */
  basis: string;

  @ApiProperty({ format: 'date-time' })
  grantedAt: string;

  /** Where it can be seen. */
  proof: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt: string | null;

  /** Null: it came with an import. */
  @ApiProperty({ type: () => ClientPersonDto, nullable: true })
  recordedBy: ClientPersonDto | null;
}

export class ClientRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['person', 'company'] })
  kind: 'person' | 'company';

  name: string;

  /** The first is the main one. */
  @ApiProperty({ type: () => [ClientPhoneDto] })
  phones: ClientPhoneDto[];

  @ApiProperty({ type: [String] })
  emails: string[];

  @ApiProperty({ type: () => [TagDto] })
  tags: TagDto[];

  @ApiProperty({ type: String, nullable: true })
  source: string | null;

  @ApiProperty({ type: () => ClientPersonDto, nullable: true })
  responsible: ClientPersonDto | null;

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;

  /** Values of the organization's own fields by their keys. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  })
  fields: Record<string, string | number | boolean>;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Since when it is in the trash. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  deletedAt: string | null;

  /** Sent back with every change; a stale one is answered with 409. */
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class ClientDto extends ClientRowDto {
  @ApiProperty({ type: () => [ClientAddressDto] })
  addresses: ClientAddressDto[];

  /** Of a company: the people one talks to. */
  @ApiProperty({ type: () => [LinkedClientDto] })
  contacts: LinkedClientDto[];

  /** Of a person: the companies one talks to them about. */
  @ApiProperty({ type: () => [LinkedClientDto] })
  companies: LinkedClientDto[];

  /** The newest first. */
  @ApiProperty({ type: () => [ConsentDto] })
  consents: ConsentDto[];
}

export class ClientPageDto {
  @ApiProperty({ type: () => [ClientRowDto] })
  items: ClientRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ClientLookupDto {
  /** The number as it is stored, E.164. */
  phone: string;

  /** Who holds the number; null when nobody does. */
  @ApiProperty({ type: () => ClientDto, nullable: true })
  client: ClientDto | null;

  /** Everybody with this number: who holds it, then those it is shared with. */
  @ApiProperty({ type: () => [ClientDto] })
  clients: ClientDto[];
}
