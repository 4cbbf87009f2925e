import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, TimeColumn } from '../columns.js';

/** Attempts in a window of time, for example to sign in from one address; see `spend_attempt`. */
@Entity('rate_limit_counters')
export class RateLimitCounter {
  @PrimaryColumn('text') key: string;
  @IntegerColumn() used: number;
  @TimeColumn() resetsAt: Date;
}
