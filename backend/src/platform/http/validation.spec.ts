import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { AppError, type InvalidParam } from './index.js';
import { createValidationPipe } from './validation.js';

class RoomDto {
  @IsString()
  @Length(1, 5)
  name: string;

  @IsInt()
  @Min(0)
  @Max(999)
  lamps: number;
}

class EstimateDto {
  @IsIn(['draft', 'issued'])
  status: string;

  @ValidateNested({ each: true })
  @ArrayMaxSize(2)
  @Type(() => RoomDto)
  rooms: RoomDto[];
}

async function problemsOf(value: unknown): Promise<readonly InvalidParam[]> {
  const refused = createValidationPipe().transform(value, { type: 'body', metatype: EstimateDto });
  const error: unknown = await refused.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return [];
  expect(error).toBeInstanceOf(AppError);
  return (error as AppError).details.invalidParams ?? [];
}

const room = { name: 'Hall', lamps: 3 };

describe('validation', () => {
  it('passes what fits', async () => {
    expect(await problemsOf({ status: 'draft', rooms: [room] })).toEqual([]);
  });

  it('names the place inside of lists, with the limits', async () => {
    const bad = { status: 'draft', rooms: [room, { name: 'too long', lamps: 1000 }] };
    expect(await problemsOf(bad)).toEqual([
      { path: 'rooms.1.name', code: 'IS_LENGTH', params: { min: 1, max: 5 } },
      { path: 'rooms.1.lamps', code: 'MAX', params: { max: 999 } },
    ]);
  });

  it('refuses unknown fields, also deep ones', async () => {
    const bad = { status: 'draft', rooms: [{ ...room, price: 1 }], total: 5 };
    expect(await problemsOf(bad)).toEqual([
      { path: 'total', code: 'UNKNOWN_FIELD', params: {} },
      { path: 'rooms.0.price', code: 'UNKNOWN_FIELD', params: {} },
    ]);
  });

  it('tells the choices and the length of lists', async () => {
    expect(await problemsOf({ status: 'lost', rooms: [room, room, room] })).toEqual([
      { path: 'status', code: 'IS_IN', params: { values: ['draft', 'issued'] } },
      { path: 'rooms', code: 'ARRAY_MAX_SIZE', params: { max: 2 } },
    ]);
  });

  it('does not take numbers out of texts by itself', async () => {
    const bad = { status: 'draft', rooms: [{ ...room, lamps: '3' }] };
    expect((await problemsOf(bad)).map(({ code }) => code)).toContain('IS_INT');
  });
});
