import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsInt, IsISO8601, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { SignatureDto } from './proposal-input.dto.js';

const COUNT = { type: 'integer' } as const;
const TIME = { format: 'date-time' } as const;
const TIME_OR_NULL = { type: String, format: 'date-time', nullable: true } as const;
const TEXT_OR_NULL = { type: String, nullable: true } as const;

export class CreateLinkDto {
  /** Of the issued version it shows. */
  @ApiProperty(COUNT)
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  number: number;

  /** 90 days from now when absent; at most a year. */
  @ApiProperty({ ...TIME, required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  expiresAt?: string;

  /** Sends the link there. */
  @IsOptional()
  @PlainText()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}

export class LinkViewDto {
  @ApiProperty(TIME)
  viewedAt: string;

  address: string;

  @ApiProperty(TEXT_OR_NULL)
  userAgent: string | null;
}

export class LinkViewsDto {
  @ApiProperty(COUNT)
  count: number;

  @ApiProperty(TIME_OR_NULL)
  lastAt: string | null;

  /** The newest first. */
  @ApiProperty({ type: () => [LinkViewDto] })
  recent: LinkViewDto[];
}

export class LinkQuestionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  text: string;

  @ApiProperty(TIME)
  askedAt: string;
}

export class LinkAcceptanceDto {
  @ApiProperty({ format: 'uuid' })
  variantId: string;

  variantName: string;

  @ApiProperty({ enum: ['code', 'signature'] })
  method: 'code' | 'signature';

  name: string;

  @ApiProperty(TEXT_OR_NULL)
  email: string | null;

  @ApiProperty({ type: () => SignatureDto, nullable: true })
  signature: SignatureDto | null;

  address: string;

  @ApiProperty(TIME)
  acceptedAt: string;
}

export class LetterProblemDto {
  /** Of the mail connector: RECIPIENT_REFUSED, SMTP_451 … */
  code: string;

  /** What the mail server said, as a code. */
  @ApiProperty(TEXT_OR_NULL)
  detail: string | null;
}

export class LinkLetterDto {
  /** `waiting` goes by itself, `parked` only when a person sends it again. */
  @ApiProperty({ enum: ['waiting', 'parked'] })
  state: 'waiting' | 'parked';

  /** Why it has not left; null before the first try. */
  @ApiProperty({ type: () => LetterProblemDto, nullable: true })
  problem: LetterProblemDto | null;
}

export class ProposalLinkDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty(COUNT)
  number: number;

  @ApiProperty(TEXT_OR_NULL)
  email: string | null;

  /** The letter with the link; null when it has left, or when none was asked for. */
  @ApiProperty({ type: () => LinkLetterDto, nullable: true })
  letter: LinkLetterDto | null;

  @ApiProperty(TIME)
  createdAt: string;

  createdBy: string;

  @ApiProperty(TIME)
  expiresAt: string;

  @ApiProperty(TIME_OR_NULL)
  revokedAt: string | null;

  @ApiProperty({ type: () => LinkViewsDto })
  views: LinkViewsDto;

  /** The newest first. */
  @ApiProperty({ type: () => [LinkQuestionDto] })
  questions: LinkQuestionDto[];

  @ApiProperty({ type: () => LinkAcceptanceDto, nullable: true })
  acceptance: LinkAcceptanceDto | null;
}

export class ProposalLinksDto {
  @ApiProperty(COUNT)
  orderNumber: number;

  clientName: string;

  /** Whether links and codes can be sent by e-mail. */
  mailAvailable: boolean;

  /** The newest first. */
  @ApiProperty({ type: () => [ProposalLinkDto] })
  items: ProposalLinkDto[];
}

/** The address stands here and nowhere else: only its hash is kept. */
export class CreatedLinkDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty(TIME)
  expiresAt: string;
}
