import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { estimateNotFound } from './estimates.errors.js';

/** A number that no version can have is that of an absent one. */
@Injectable()
class VersionNumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw estimateNotFound();
    return Number(value);
  }
}

/** Number of a version in the path, from 1; anything else answers 404. */
export const VersionNumberParam = (name = 'number'): ParameterDecorator => Param(name, VersionNumberPipe);
