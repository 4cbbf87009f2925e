import { Entity, PrimaryColumn } from 'typeorm';
import { TimeColumn } from '../columns.js';

/** When the next call towards a limited system may be made; see `reserve_rate_slot`. */
@Entity('rate_limit_slots')
export class RateLimitSlot {
  @PrimaryColumn('text') key: string;
  @TimeColumn() nextAt: Date;
}
