import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import type { CustomFieldSubject } from '@smet/database';
import type { FieldCondition } from './field-filters.js';

/**
 * The property of a list's query that takes filters by own fields: `?field.colour=white&field.roll_width=3200..5000`, or
 * `field[colour]=white`. Declare it as `field?: Record<string, string>` and give it to `CustomFields.readFilters`.
 */
export const FieldFiltersQuery = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'By own fields: `field[colour]=white`; numbers and dates also as `3200..5000`, `3200..`, `..5000`.',
    }),
    IsOptional(),
    IsObject(),
  );

/** The SQL condition of the rows of `alias` that meet the filters; null without any. `param` adds a query parameter. */
export function withFields(
  subject: CustomFieldSubject,
  alias: string,
  conditions: readonly FieldCondition[],
  param: (value: unknown) => string,
): string | null {
  const [rare, frequent] = [conditions.filter((one) => !one.frequent), conditions.filter((one) => one.frequent)];
  const parts = [
    ...(rare.length === 0
      ? []
      : [`${alias}.id in (select find_ids_by_fields('${subject}', ${param(JSON.stringify(rare))}::jsonb))`]),
    ...(frequent.length === 0 ? [] : [`fields_match(${alias}.fields, ${param(JSON.stringify(frequent))}::jsonb)`]),
  ];
  return parts.length === 0 ? null : parts.join(' and ');
}
