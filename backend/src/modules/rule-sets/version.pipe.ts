import { Injectable, type PipeTransform } from '@nestjs/common';
import { ruleSetNotFound } from './rule-sets.errors.js';

/** A version that cannot exist is an absent one. */
@Injectable()
export class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw ruleSetNotFound();
    return Number(value);
  }
}
