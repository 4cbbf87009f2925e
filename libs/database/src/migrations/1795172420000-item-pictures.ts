import { ForwardMigration } from './forward-migration.js';

/** Pictures of items: which of the files people brought, in which order. */
export class ItemPictures1795172420000 extends ForwardMigration {
  readonly name = 'ItemPictures1795172420000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const statements = [
  `create table item_pictures (
    id uuid not null,
    organization_id uuid not null,
    item_id uuid not null,
    file_id uuid not null,
    position integer not null default 0,
    constraint pk_item_pictures primary key (id),
    constraint uq_item_pictures_file_id unique (organization_id, item_id, file_id)
  )`,
  `create index ix_item_pictures_file_id on item_pictures (organization_id, file_id)`,
  `alter table item_pictures
    add constraint fk_item_pictures_item_id foreign key (organization_id, item_id) references items(organization_id, id),
    add constraint fk_item_pictures_file_id foreign key (organization_id, file_id) references files(organization_id, id)`,
  `alter table item_pictures enable row level security`,
  `alter table item_pictures force row level security`,
  `create policy item_pictures_organization on item_pictures to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
  `create policy item_pictures_owner on item_pictures to current_user using (true) with check (true)`,
  `grant select, insert, update, delete on item_pictures to smet_app`,
];
