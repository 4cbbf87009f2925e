import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

/** A person one talks to at a company; both are clients. */
@Entity('client_contacts')
@Unique('uq_client_contacts_person_id', ['organizationId', 'companyId', 'personId'])
@Index('ix_client_contacts_person_id', ['organizationId', 'personId'])
@Check('ck_client_contacts_person_id', 'company_id <> person_id')
@ForeignKey(() => Client, ['organizationId', 'companyId'], ['organizationId', 'id'])
@ForeignKey(() => Client, ['organizationId', 'personId'], ['organizationId', 'id'])
export class ClientContact {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() companyId: string;
  @UuidColumn() personId: string;
  /** What the person does there, as one would say it: director, foreman. */
  @TextColumn({ nullable: true }) position: string | null;
  @IntegerColumn({ default: 0 }) sort: number;
}
