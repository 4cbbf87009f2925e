import { ApiProperty } from '@nestjs/swagger';

export class OrderClientDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  /** First phone of the client, E.164. */
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;
}

export class OrderStageDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ enum: ['open', 'won', 'lost'] })
  kind: 'open' | 'won' | 'lost';

  color: string;
}

export class OrderPersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class OrderRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Readable number, unique in the organization. */
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ type: () => OrderClientDto })
  client: OrderClientDto;

  address: string;

  @ApiProperty({ type: () => OrderStageDto })
  stage: OrderStageDto;

  @ApiProperty({ type: () => OrderPersonDto, nullable: true })
  responsible: OrderPersonDto | null;

  @ApiProperty({ type: () => OrderPersonDto, nullable: true })
  measurer: OrderPersonDto | null;

  /** What the client pays by the current variants of its estimates, in minor units; null for those who may not read estimates. */
  @ApiProperty({ type: 'integer', nullable: true })
  totalMinor: number | null;

  @ApiProperty({ example: 'RUB' })
  currency: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Sent back with every change; a stale one is answered with 409. */
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class OrderPageDto {
  @ApiProperty({ type: () => [OrderRowDto] })
  items: OrderRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OrderEstimateDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  title: string;

  /** Of the variant the client accepted, before that of the current one; null for those who may not read estimates. */
  @ApiProperty({ type: 'integer', nullable: true })
  toPayMinor: number | null;

  /** Of the newest version, from 1. */
  @ApiProperty({ type: 'integer' })
  number: number;

  /** Of the newest version. */
  @ApiProperty({ enum: ['draft', 'issued'] })
  status: 'draft' | 'issued';

  /** Whether the client accepted any version. */
  accepted: boolean;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class OrderSyncDto {
  @ApiProperty({ enum: ['waiting', 'sending', 'synced', 'rejected'] })
  state: 'waiting' | 'sending' | 'synced' | 'rejected';

  @ApiProperty({ type: String, nullable: true })
  problemCode: string | null;

  /** The order's page in the external system, when it is known. */
  @ApiProperty({ type: String, nullable: true })
  externalUrl: string | null;
}

export class OrderDto extends OrderRowDto {
  @ApiProperty({ format: 'uuid' })
  pipelineId: string;

  @ApiProperty({ format: 'date-time' })
  stageChangedAt: string;

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;

  @ApiProperty({ type: () => [OrderEstimateDto] })
  estimates: OrderEstimateDto[];

  /** State of the exchange with the connected CRM; null when there is none. */
  @ApiProperty({ type: () => OrderSyncDto, nullable: true })
  sync: OrderSyncDto | null;
}
