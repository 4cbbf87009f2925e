import { ApiProperty } from '@nestjs/swagger';
import { PROBLEM_CODES, type ProblemCode } from '../problem-codes.js';

const CONNECTION_STATES = ['active', 'paused', 'reauthorize', 'blocked'] as const;
const LINK_STATES = ['waiting', 'sending', 'synced', 'rejected'] as const;

export class AmocrmConnectionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'https://example.amocrm.ru' })
  baseUrl: string;

  @ApiProperty({ type: String, nullable: true })
  accountName: string | null;

  /** `reauthorize` waits for a new token, `blocked` for the account's owner; both keep every order waiting. */
  @ApiProperty({ enum: CONNECTION_STATES })
  state: (typeof CONNECTION_STATES)[number];

  /** Why the last exchange did not succeed; null after a success. */
  @ApiProperty({ enum: PROBLEM_CODES, nullable: true })
  problemCode: ProblemCode | null;

  /** Technical particulars for support: status and vendor codes, never a body or a token. */
  @ApiProperty({ type: String, nullable: true })
  problemDetail: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSuccessAt: string | null;

  /** Last four characters of the stored token; the token itself never leaves the server. */
  @ApiProperty({ type: String, nullable: true, example: '…k3Fw' })
  tokenHint: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class AmocrmStageMappingDto {
  @ApiProperty({ format: 'uuid' })
  stageId: string;

  stageName: string;

  @ApiProperty({ type: 'integer' })
  externalPipelineId: number;

  @ApiProperty({ type: 'integer' })
  externalStatusId: number;

  /** Names as they were read when the connection was saved last. */
  @ApiProperty({ type: String, nullable: true })
  externalPipelineName: string | null;

  @ApiProperty({ type: String, nullable: true })
  externalStatusName: string | null;
}

export class AmocrmWaitingDto {
  @ApiProperty({ format: 'uuid' })
  orderId: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: LINK_STATES })
  state: (typeof LINK_STATES)[number];

  @ApiProperty({ enum: PROBLEM_CODES, nullable: true })
  problemCode: ProblemCode | null;

  /** Technical particulars for support, as in the connection. */
  @ApiProperty({ type: String, nullable: true })
  problemDetail: string | null;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  /** When it is tried again; null when it waits for a person or for the connection. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retryAt: string | null;
}

export class AmocrmLogEntryDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: ['out', 'in'] })
  direction: 'out' | 'in';

  /** Event type without its prefix: `lead_sent`, `stage_taken`… */
  kind: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  orderId: string | null;

  /** Number of the order. */
  @ApiProperty({ type: 'integer', nullable: true })
  number: number | null;

  /** Values for the text of this kind. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true },
  })
  summary: Record<string, string | number | null>;
}

export class AmocrmCountsDto {
  @ApiProperty({ type: 'integer' })
  synced: number;

  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  rejected: number;
}

export class AmocrmIntegrationDto {
  @ApiProperty({ type: () => AmocrmConnectionDto, nullable: true })
  connection: AmocrmConnectionDto | null;

  @ApiProperty({ type: () => [AmocrmStageMappingDto] })
  stageMappings: AmocrmStageMappingDto[];

  /** Orders that are not there yet, with the reason; the oldest 100. */
  @ApiProperty({ type: () => [AmocrmWaitingDto] })
  waiting: AmocrmWaitingDto[];

  /** What was sent and taken, newest first; the last 50. */
  @ApiProperty({ type: () => [AmocrmLogEntryDto] })
  recent: AmocrmLogEntryDto[];

  @ApiProperty({ type: () => AmocrmCountsDto })
  counts: AmocrmCountsDto;
}

export class AmocrmAccountDto {
  @ApiProperty({ type: 'integer' })
  id: number;

  name: string;
}

export class AmocrmTestDto {
  ok: boolean;

  @ApiProperty({ type: () => AmocrmAccountDto, nullable: true })
  account: AmocrmAccountDto | null;

  @ApiProperty({ enum: PROBLEM_CODES, nullable: true })
  problemCode: ProblemCode | null;

  @ApiProperty({ type: String, nullable: true })
  problemDetail: string | null;
}
