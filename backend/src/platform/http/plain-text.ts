import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

/** PostgreSQL has no NUL in text and no lone surrogates in JSON: such text cannot be stored, so it is refused by name. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

export const isStorableText = (value: string): boolean => !UNSTORABLE.test(value);

/**
 * A text a person types: spaces around it mean nothing and are taken off before its length is looked at. Stands beside
 * `@IsString()` and the bounds; refused with the code IS_PLAIN_TEXT.
 */
export const PlainText = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    ValidateBy({
      name: 'isPlainText',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || isStorableText(value),
        defaultMessage: () => '$property must be plain text',
      },
    }),
  );
