import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

@Entity('client_emails')
@Index('ix_client_emails_client_id', ['organizationId', 'clientId', 'position'])
@Index('ix_client_emails_email', { synchronize: false })
@Index('ix_client_emails_search', { synchronize: false })
@ForeignKey(() => Client, ['organizationId', 'clientId'], ['organizationId', 'id'])
export class ClientEmail {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() clientId: string;
  @TextColumn() email: string;
  @IntegerColumn({ default: 0 }) position: number;
}
