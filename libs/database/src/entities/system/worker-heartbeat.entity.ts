import { Entity, PrimaryColumn } from 'typeorm';
import { TimeColumn } from '../columns.js';

/** A worker that stopped beating is dead: its jobs are unlocked by another one. */
@Entity('worker_heartbeats')
export class WorkerHeartbeat {
  @PrimaryColumn('text') workerId: string;
  @TimeColumn() seenAt: Date;
}
