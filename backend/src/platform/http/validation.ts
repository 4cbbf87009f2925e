import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { validationFailed, type ErrorParams, type InvalidParam } from './errors.js';

/** Bodies and queries by their DTO: unknown fields refused, each wrong field named with a code and its limits. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) =>
      validationFailed(
        'REQUEST.INVALID',
        errors.flatMap((error) => invalidParamsOf(error)),
      ),
  });
}

/** Flattens class-validator's tree to paths like `rooms.0.shape.sidesMm`. */
function invalidParamsOf(error: ValidationError, parent = ''): InvalidParam[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((constraint) => ({
    path,
    code: codeOf(constraint),
    params: paramsOf(error, constraint),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => invalidParamsOf(child, path))];
}

/** `maxLength` becomes `MAX_LENGTH`. */
function codeOf(constraint: string): string {
  if (constraint === 'whitelistValidation') return 'UNKNOWN_FIELD';
  return constraint.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

const PARAM_NAMES: Readonly<Record<string, readonly string[]>> = {
  min: ['min'],
  max: ['max'],
  minLength: ['min'],
  maxLength: ['max'],
  isLength: ['min', 'max'],
  arrayMinSize: ['min'],
  arrayMaxSize: ['max'],
  isIn: ['values'],
};

/** class-validator reports messages only; the limits are in the metadata of the decorated class. */
function paramsOf(error: ValidationError, constraint: string): ErrorParams {
  const names = PARAM_NAMES[constraint];
  if (!names || !error.target) return {};
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((rule) => rule.propertyName === error.property && rule.name === constraint);
  const values: readonly unknown[] = metadata?.constraints ?? [];
  const pairs = names.map((name, index) => [name, plain(values[index])] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

function plain(value: unknown): string | number | readonly string[] | null {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(String) : null;
}
