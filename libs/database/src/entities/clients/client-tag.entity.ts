import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';
import { Tag } from './tag.entity.js';

@Entity('client_tags')
@Unique('uq_client_tags_tag_id', ['organizationId', 'clientId', 'tagId'])
@Index('ix_client_tags_tag_id', ['organizationId', 'tagId', 'clientId'])
@ForeignKey(() => Client, ['organizationId', 'clientId'], ['organizationId', 'id'])
@ForeignKey(() => Tag, ['organizationId', 'tagId'], ['organizationId', 'id'])
export class ClientTag {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() clientId: string;
  @UuidColumn() tagId: string;
}
