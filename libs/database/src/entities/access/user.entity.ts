import { Check, Column, Entity, Unique } from 'typeorm';
import { CreatedAtColumn, IdColumn, oneOf, TextColumn, TimeColumn, UpdatedAtColumn } from '../columns.js';

export const colorSchemes = ['light', 'dark', 'auto'] as const;
export type ColorScheme = (typeof colorSchemes)[number];

/** A person; tied to organizations by memberships. E-mail and phone are unique in the whole installation. */
@Entity('users')
@Unique('uq_users_email', ['email'])
@Unique('uq_users_phone', ['phone'])
@Check('ck_users_email', 'email = lower(email)')
@Check('ck_users_color_scheme', oneOf('color_scheme', colorSchemes))
export class User {
  @IdColumn() id: string;
  /** Lower case. */
  @TextColumn() email: string;
  /** E.164. */
  @TextColumn({ nullable: true }) phone: string | null;
  @TextColumn() name: string;
  /** Not readable by the application role: sign-in reads it through `auth_find_user`. */
  @Column('text', { select: false }) passwordHash: string;
  @TimeColumn({ nullable: true }) blockedAt: Date | null;
  @TextColumn({ nullable: true }) colorScheme: ColorScheme | null;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
