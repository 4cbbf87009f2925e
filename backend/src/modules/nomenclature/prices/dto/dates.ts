import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';

/** PostgreSQL knows no year 0. */
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A day of the calendar, `2026-11-30`. */
export const IsDay = (): PropertyDecorator => applyDecorators(IsISO8601({ strict: true }), Matches(DAY));

/** A moment with its zone, `2026-11-30T00:00:00+03:00`. */
export const IsMoment = (): PropertyDecorator => applyDecorators(IsISO8601({ strict: true }), Matches(MOMENT));
