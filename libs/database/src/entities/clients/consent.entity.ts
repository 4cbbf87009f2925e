import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { CreatedAtColumn, IdColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

export const consentChannels = ['phone', 'email', 'messenger', 'post'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** A client allowed to be written or called; kept with its proof also after it was withdrawn. */
@Entity('consents')
@Index('ix_consents_client_id', ['organizationId', 'clientId', 'grantedAt', 'id'])
@Check('ck_consents_channel', oneOf('channel', consentChannels))
@Check('ck_consents_withdrawn_at', 'withdrawn_at >= granted_at')
@ForeignKey(() => Client, ['organizationId', 'clientId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'userId'])
export class Consent {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() clientId: string;
  @TextColumn() channel: ConsentChannel;
  /** What it was given for and on what ground: "news and offers, signed with the contract". */
  @TextColumn() basis: string;
  @TimeColumn() grantedAt: Date;
  /** Where it can be seen: number of the paper, address of the record, words of the letter. */
  @TextColumn() proof: string;
  @TimeColumn({ nullable: true }) withdrawnAt: Date | null;
  /** Null: not by a person, it came with an import. */
  @UuidColumn({ nullable: true }) recordedBy: string | null;
  @CreatedAtColumn() createdAt: Date;
}
