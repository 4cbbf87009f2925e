import { Injectable } from '@nestjs/common';
import { SystemTables } from '../database/system-tables.js';

/** Outbound limits shared by all processes, for example seven requests a second to one account. */
@Injectable()
export class RateSlots {
  constructor(private readonly tables: SystemTables) {}

  /**
   * Takes the next slot of `key`, slots being `intervalMs` apart, and returns how many milliseconds to wait before
   * using it. A taken slot is spent whether it is used or not.
   */
  reserve(key: string, intervalMs: number): Promise<number> {
    return this.tables.reserveRateSlot(key, intervalMs);
  }
}
