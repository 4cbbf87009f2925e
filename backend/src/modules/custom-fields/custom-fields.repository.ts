import { Injectable } from '@nestjs/common';
import { newId, type CustomFieldSubject } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { mapConstraint } from '../../platform/http/index.js';
import { queryParams } from '../visibility/index.js';
import { CUSTOM_FIELD_CONSTRAINTS } from './custom-fields.errors.js';
import type { FieldCondition } from './field-filters.js';
import type { CreateCustomFieldDto, CustomFieldDto, UpdateCustomFieldDto } from './dto/custom-field.dto.js';

const COLUMNS = `id, subject, key, name, type, options, unit, category_ids as "categoryIds", position,
  archived_at is not null as archived, version`;

/** So many rows the index of values gives quicker than the list walks past the others. */
const FREQUENT = 2000;

/** A key made of the name may be taken; this many numbers behind it are tried. */
const KEY_TRIES = 20;

@Injectable()
export class CustomFieldsRepository {
  constructor(private readonly transactions: Transactions) {}

  list(source: Actor | Transaction, subject: CustomFieldSubject, withArchived: boolean): Promise<CustomFieldDto[]> {
    const alive = withArchived ? '' : 'and archived_at is null';
    const sql = `select ${COLUMNS} from custom_fields where subject = $1 ${alive} order by position, name, id`;
    return this.transactions.query<CustomFieldDto>(source, sql, [subject]);
  }

  /** Of each condition, whether very many clients or items meet it. */
  async areFrequent(
    source: Actor | Transaction,
    subject: CustomFieldSubject,
    conditions: readonly FieldCondition[],
  ): Promise<boolean[]> {
    const sql = `
      select (select count(*) from find_ids_by_fields($1, jsonb_build_array(one), ${FREQUENT})) = ${FREQUENT} as frequent
        from jsonb_array_elements($2::jsonb) with ordinality as wanted (one, nth) order by nth`;
    const rows = await this.transactions.query<{ frequent: boolean }>(source, sql, [
      subject,
      JSON.stringify(conditions),
    ]);
    return rows.map(({ frequent }) => frequent);
  }

  async find(source: Actor | Transaction, id: string): Promise<CustomFieldDto | null> {
    const sql = `select ${COLUMNS} from custom_fields where id = $1`;
    const [row] = await this.transactions.query<CustomFieldDto>(source, sql, [id]);
    return row ?? null;
  }

  /**
   * The id of the new field, behind the others. A key that was given is taken as it is; one made of the name gets a number
   * when it is taken.
   * @throws AppError 409 CUSTOM_FIELD.KEY_TAKEN, CUSTOM_FIELD.NAME_TAKEN
   */
  async insert(tx: Transaction, field: CreateCustomFieldDto, key: string): Promise<string> {
    const keys = field.key === undefined ? [key, ...numbered(key)] : [field.key];
    const id = newId();
    await managerOf(tx)
      .query(
        `insert into custom_fields (id, organization_id, subject, key, name, type, options, unit, category_ids, position)
         select $1, $2, $3, coalesce((
                  select wanted from unnest($4::text[]) with ordinality k (wanted, nth)
                   where not exists (select from custom_fields f where f.subject = $3 and f.key = k.wanted)
                   order by nth limit 1), $4[1]),
                $5, $6, $7, $8, $9, coalesce((select max(position) + 1 from custom_fields where subject = $3), 0)`,
        [
          id,
          tx.actor.organizationId,
          field.subject,
          keys,
          field.name,
          field.type,
          field.options ?? null,
          field.unit || null,
          field.categoryIds ?? null,
        ],
      )
      .catch(refused);
    return id;
  }

  /**
   * False when the version is not the current one any more.
   * @throws AppError 409 CUSTOM_FIELD.NAME_TAKEN
   */
  async update(tx: Transaction, id: string, { version, ...patch }: UpdateCustomFieldDto): Promise<boolean> {
    const { params, param } = queryParams();
    const { name, options, categoryIds, position, archived } = patch;
    const columns = { name, options, unit: patch.unit === '' ? null : patch.unit, category_ids: categoryIds, position };
    const sets = Object.entries(columns).flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${param(value)}`],
    );
    if (archived !== undefined) sets.push(`archived_at = ${archived ? 'coalesce(archived_at, now())' : 'null'}`);
    const [rows] = await managerOf(tx)
      .query<[unknown[], number]>(
        `update custom_fields set ${[...sets, 'version = version + 1', 'updated_at = now()'].join(', ')}
          where id = ${param(id)} and version = ${param(version)} returning id`,
        params,
      )
      .catch(refused);
    return rows.length === 1;
  }
}

const numbered = (key: string) => Array.from({ length: KEY_TRIES }, (_, index) => `${key}_${index + 2}`);

function refused(error: unknown): never {
  throw mapConstraint(error, CUSTOM_FIELD_CONSTRAINTS);
}
