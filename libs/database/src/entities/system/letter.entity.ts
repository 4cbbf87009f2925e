import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
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
  /** Ciphertext of subject and bodies; the key that made it is named beside it. */
  @Column('bytea') content: Buffer;
  @TextColumn() contentKeyId: string;
  @TextColumn() state: LetterState;
  @IntegerColumn({ default: 0 }) attempts: number;
  @TextColumn({ nullable: true }) problemCode: string | null;
  @TextColumn({ nullable: true }) problemDetail: string | null;
  @TimeColumn() queuedAt: Date;
  /** Not sent any more from then on. */
  @TimeColumn({ nullable: true }) expiresAt: Date | null;
  @LockColumn() version: number;
  @UpdatedAtColumn() updatedAt: Date;
}
