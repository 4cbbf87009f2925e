import { Entity, PrimaryColumn } from 'typeorm';
import { TimeColumn } from '../columns.js';

/** The newest slot of a periodic task that some worker took; see `claim_schedule`. */
@Entity('schedule_claims')
export class ScheduleClaim {
  @PrimaryColumn('text') name: string;
  @TimeColumn() lastSlot: Date;
}
