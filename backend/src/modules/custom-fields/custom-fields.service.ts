import { Injectable } from '@nestjs/common';
import type { CustomFieldSubject } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import {
  customFieldChanged,
  customFieldInvalid,
  customFieldNotFound,
  filtersRefused,
  valuesRefused,
} from './custom-fields.errors.js';
import { customFieldChangedEvent } from './custom-fields.events.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import type { CreateCustomFieldDto, CustomFieldDto, UpdateCustomFieldDto } from './dto/custom-field.dto.js';
import { readFilters, type FieldCondition } from './field-filters.js';
import { fieldKey } from './field-key.js';
import { checkValues, type FieldChanges, type FieldDefinition } from './field-values.js';

/** More than this nobody fills in, and a screen cannot show. */
const MOST = 100;

/** Fields an organization gave its clients and items: one engine for both. */
@Injectable()
export class CustomFields {
  constructor(
    private readonly repository: CustomFieldsRepository,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, subject: CustomFieldSubject, withArchived = false): Promise<CustomFieldDto[]> {
    return this.repository.list(actor, subject, withArchived);
  }

  /** The fields that are offered now, in their order. */
  definitions(source: Actor | Transaction, subject: CustomFieldSubject): Promise<readonly FieldDefinition[]> {
    return this.repository.list(source, subject, false);
  }

  /**
   * Values as they were sent, ready to be merged into the stored document (null takes a value away).
   * @throws AppError 422 CUSTOM_FIELD.VALUES with `fields.<key>` of every wrong one
   */
  async check(
    source: Actor | Transaction,
    subject: CustomFieldSubject,
    sent: Readonly<Record<string, unknown>>,
  ): Promise<FieldChanges> {
    if (Object.keys(sent).length === 0) return {};
    const { values, problems } = checkValues(await this.definitions(source, subject), sent);
    if (problems.length > 0) throw valuesRefused(problems);
    return values;
  }

  /**
   * Filters of a list for `withFields`.
   * @throws AppError 422 with `field.<key>` of every one that cannot be read
   */
  async readFilters(
    source: Actor | Transaction,
    subject: CustomFieldSubject,
    typed: Readonly<Record<string, unknown>> | undefined,
  ): Promise<readonly FieldCondition[]> {
    if (typed === undefined || Object.keys(typed).length === 0) return [];
    const { conditions, problems } = readFilters(await this.definitions(source, subject), typed);
    if (problems.length > 0) throw filtersRefused(problems);
    const frequent = await this.repository.areFrequent(source, subject, conditions);
    return conditions.map((condition, index) => ({ ...condition, frequent: frequent[index] ?? false }));
  }

  /** @throws AppError 409 CUSTOM_FIELD.KEY_TAKEN, CUSTOM_FIELD.NAME_TAKEN, 422 CUSTOM_FIELD.INVALID */
  create(actor: Actor, input: CreateCustomFieldDto, idempotency: IdempotencyRequest | null): Promise<CustomFieldDto> {
    const { type, subject, options, unit, categoryIds } = input;
    if (options !== undefined && type !== 'choice') throw customFieldInvalid('options', 'ONLY_OF_A_CHOICE');
    if (unit && type !== 'number') throw customFieldInvalid('unit', 'ONLY_OF_A_NUMBER');
    if (categoryIds && subject !== 'item') throw customFieldInvalid('categoryIds', 'ONLY_OF_ITEMS');
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      if ((await this.definitions(tx, subject)).length >= MOST) throw customFieldInvalid('subject', 'TOO_MANY');
      const id = await this.repository.insert(tx, input, fieldKey(input.name));
      return this.journal(tx, id, 'created', { name: input.name, type });
    });
  }

  /** @throws AppError 404, 409 CUSTOM_FIELD.CHANGED, CUSTOM_FIELD.NAME_TAKEN, 422 CUSTOM_FIELD.INVALID */
  update(actor: Actor, id: string, input: UpdateCustomFieldDto): Promise<CustomFieldDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.repository.find(tx, id);
      if (!before) throw customFieldNotFound();
      const { type, subject } = before;
      if (input.options !== undefined && type !== 'choice') throw customFieldInvalid('options', 'ONLY_OF_A_CHOICE');
      if (input.unit && type !== 'number') throw customFieldInvalid('unit', 'ONLY_OF_A_NUMBER');
      if (input.categoryIds && subject !== 'item') throw customFieldInvalid('categoryIds', 'ONLY_OF_ITEMS');
      if (!(await this.repository.update(tx, id, input))) {
        throw customFieldChanged((await this.repository.find(tx, id))?.version ?? before.version);
      }
      const { version: _, ...changes } = input;
      return this.journal(tx, id, input.archived === true ? 'archived' : 'updated', changes);
    });
  }

  private async journal(
    tx: Transaction,
    id: string,
    what: 'created' | 'updated' | 'archived',
    changes: Readonly<Record<string, unknown>>,
  ): Promise<CustomFieldDto> {
    const field = await this.repository.find(tx, id);
    if (!field) throw new Error(`custom field ${id} vanished`);
    await this.events.record(tx, customFieldChangedEvent(id, field.subject));
    await this.audit.write(tx, { action: `custom-field.${what}`, entityType: 'custom_field', entityId: id, changes });
    return field;
  }
}
