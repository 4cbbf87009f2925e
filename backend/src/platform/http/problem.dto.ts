import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

const PARAMS: ApiPropertyOptions = {
  type: 'object',
  selfRequired: false,
  description: 'What a text for people needs: numbers, names.',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
};

/** One wrong field: where it is (`phones.0`) and what is wrong. */
export class InvalidParamDto {
  path: string;

  code: string;

  @ApiProperty(PARAMS)
  params?: Record<string, string | number>;
}

/** RFC 9457 body of every error answer. Codes are for programs; texts for people are the web's business. */
export class ProblemDto {
  @ApiProperty({ enum: ['about:blank'] })
  type: 'about:blank';

  title: string;

  @ApiProperty({ type: 'integer' })
  status: number;

  /** Stable, like `ORDER.CHANGED`. */
  code: string;

  requestId: string;

  /** Of a 422: every wrong field. */
  @ApiProperty({ type: () => [InvalidParamDto], required: false })
  invalidParams?: InvalidParamDto[];

  @ApiProperty(PARAMS)
  params?: Record<string, string | number>;

  /** Of a 409: what is current now, mostly `{ version }`. */
  @ApiProperty({ type: 'object', selfRequired: false, additionalProperties: true })
  current?: unknown;
}
