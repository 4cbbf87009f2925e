import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import {
  IdColumn,
  IntegerColumn,
  LockColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';

export const letterStates = ['waiting', 'parked'] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter that waits to be sent or is parked for a person; one that was sent is deleted. */
@Entity('letters')
@Unique('uq_letters_key', ['organizationId', 'key'])
@Check('ck_letters_state', oneOf('state', letterStates))
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class Letter {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  /** Of the sender's choice: names what the letter is about, and one letter is sent for it. */
  @TextColumn() key: string;
  @TextColumn() recipient: string;
  @TextColumn() subject: string;
  @TextColumn() bodyText: string;
  @TextColumn({ nullable: true }) bodyHtml: string | null;
  @TextColumn() state: LetterState;
  @IntegerColumn({ default: 0 }) attempts: number;
  @TextColumn({ nullable: true }) problemCode: string | null;
  @TextColumn({ nullable: true }) problemDetail: string | null;
  @TimeColumn() queuedAt: Date;
  @LockColumn() version: number;
  @UpdatedAtColumn() updatedAt: Date;
}
