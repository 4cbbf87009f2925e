import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { CreatedAtColumn, IdColumn, TextColumn, UuidColumn } from '../columns.js';

@Entity('tags')
@Unique('uq_tags_organization_id_id', ['organizationId', 'id'])
// By lower(name): «VIP» and «vip» are one tag.
@Index('uq_tags_name', { synchronize: false })
@Check('ck_tags_name', 'length(name) between 1 and 50')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class Tag {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() name: string;
  @CreatedAtColumn() createdAt: Date;
}
