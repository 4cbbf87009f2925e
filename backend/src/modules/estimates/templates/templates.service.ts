import { Injectable } from '@nestjs/common';
import type { EstimateTemplateKind } from '@smet/database';
import type { EstimateDraft, RoomInput } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../../platform/database/index.js';
import { createValidationPipe } from '../../../platform/http/validation.js';
import { assertDocuments } from '../draft-check.js';
import {
  EstimateTemplateDocument,
  RoomTemplateDocument,
  type CreateTemplateDto,
  type TemplateDto,
  type TemplateHeadDto,
  type TemplateListDto,
} from '../dto/template.dto.js';
import { templateNotFound, templateOfAnother, tooManyTemplates } from '../estimates.errors.js';
import { TemplatesRepository, type TemplateHead } from './templates.repository.js';

/** More than anybody finds anything in; the list is sent whole. */
const MAX_TEMPLATES = 300;

/** What estimates and rooms are begun from. */
@Injectable()
export class TemplatesService {
  private readonly pipe = createValidationPipe();

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: TemplatesRepository,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor): Promise<TemplateListDto> {
    return { items: (await this.repository.list(actor)).map((row) => viewHead(row, actor)) };
  }

  /** @throws AppError 404 */
  async get(actor: Actor, id: string): Promise<TemplateDto> {
    const row = await this.repository.find(actor, id);
    if (!row) throw templateNotFound();
    const { kind, name, document } = row;
    return { id, kind, name, canRemove: mayRemove(row, actor), document };
  }

  /** @throws AppError 409 ESTIMATE_TEMPLATE.NAME_TAKEN, ESTIMATE_TEMPLATE.TOO_MANY; 422 with the place in the document */
  async create(
    actor: Actor,
    { kind, name, document: given }: CreateTemplateDto,
    idempotency: IdempotencyRequest | null,
  ): Promise<TemplateDto> {
    const document = await this.checked(kind, given);
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      if ((await this.repository.count(tx)) >= MAX_TEMPLATES) throw tooManyTemplates(MAX_TEMPLATES);
      const id = await this.repository.insert(tx, { kind, name, document });
      await this.note(tx, 'estimate-template.created', id, { kind, name });
      return { id, kind, name, canRemove: true, document };
    });
  }

  /** @throws AppError 404, 403 ESTIMATE_TEMPLATE.OF_ANOTHER for who neither made it nor manages the organization */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.repository.find(tx, id);
      if (!row) throw templateNotFound();
      if (!mayRemove(row, actor)) throw templateOfAnother();
      if (!(await this.repository.remove(tx, id))) throw templateNotFound();
      await this.note(tx, 'estimate-template.deleted', id, { kind: row.kind, name: row.name });
    });
  }

  /** As strictly as a draft that is saved; whether it can be computed is seen where it is used. */
  private async checked(kind: EstimateTemplateKind, document: object): Promise<EstimateDraft | RoomInput> {
    if (kind === 'room') {
      const room = (await this.read({ document }, RoomTemplateDocument)).document;
      assertDocuments({ rooms: [room], variants: [] }, () => 'document');
      return room;
    }
    const draft = (await this.read({ document }, EstimateTemplateDocument)).document;
    assertDocuments(draft, (room) => `document.rooms.${room}`);
    return draft;
  }

  private async read<T extends object>(value: object, metatype: new () => T): Promise<T> {
    return (await this.pipe.transform(value, { type: 'body', metatype })) as T;
  }

  private async note(tx: Transaction, action: string, id: string, changes: Record<string, unknown>): Promise<void> {
    await this.audit.write(tx, { action, entityType: 'estimate-template', entityId: id, changes });
  }
}

/** Others work with it: who did not make it does not take it from them, unless the organization is theirs to manage. */
function mayRemove({ createdBy }: TemplateHead, { userId, permissions }: Actor): boolean {
  return createdBy === userId || permissions.has('organization:manage');
}

function viewHead(row: TemplateHead, actor: Actor): TemplateHeadDto {
  const { id, kind, name } = row;
  return { id, kind, name, canRemove: mayRemove(row, actor) };
}
