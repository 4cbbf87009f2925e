import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from './errors.js';

/** An id that cannot exist is an absent row, not a malformed request. */
@Injectable()
class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw notFound('RESOURCE.NOT_FOUND');
    return value.toLowerCase();
  }
}

/** A UUID in the path; anything else answers 404. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, IdPipe);
