import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { encodeCursor, pageOf, validationFailed } from '../../platform/http/index.js';
import { decodeCursor } from '../../platform/http/paging.js';
import type { ListRuleSetsQueryDto } from './dto/list-rule-sets.query.dto.js';
import type { RuleSetDto, RuleSetPageDto, UpdateRuleSetDto } from './dto/rule-set.dto.js';
import { checkDocument, sameRules } from './rule-set-document.js';
import { ruleSetChanged, ruleSetNotFound } from './rule-sets.errors.js';
import { ruleSetChangedEvent } from './rule-sets.events.js';
import { RuleSetsRepository, type RuleSetRow } from './rule-sets.repository.js';
import { RuleSets } from './rule-sets.service.js';
import { MAX_VERSION } from '../../platform/http/version.js';

const SORT = '-version';

/** The rules as a person edits them: every save is a version of its own. */
@Injectable()
export class RuleSetVersions {
  constructor(
    private readonly repository: RuleSetsRepository,
    private readonly ruleSets: RuleSets,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async current(actor: Actor): Promise<RuleSetDto> {
    return this.ruleSets.currentRow(actor);
  }

  /** @throws AppError 404 RULE_SET.NOT_FOUND */
  async get(actor: Actor, version: number): Promise<RuleSetDto> {
    const row = await this.repository.findVersion(actor, version);
    if (!row) throw ruleSetNotFound();
    return row;
  }

  async list(actor: Actor, { limit, cursor }: ListRuleSetsQueryDto): Promise<RuleSetPageDto> {
    const rows = await this.repository.listVersions(actor, versionOf(cursor), limit + 1);
    return pageOf(rows, limit, ({ version }) => encodeCursor(SORT, [version]));
  }

  /**
   * A new version in place of the current one; what is the same already makes none.
   * @throws AppError 409 RULE_SET.CHANGED, 422 RULE_SET.INVALID
   */
  replace(actor: Actor, input: UpdateRuleSetDto): Promise<RuleSetDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.ruleSets.currentRow(tx);
      if (before.version !== input.version) throw ruleSetChanged(before.version);
      const { id, version } = before;
      const document = checkDocument(input.document, id, version + 1);
      if (sameRules(document, before.document)) return before;
      const row = { id, version: version + 1, title: document.title, document, createdBy: actor.userId };
      const inserted = await this.repository.insert(tx, row);
      const after = await this.ruleSets.currentRow(tx);
      if (!inserted) throw ruleSetChanged(after.version);
      await this.journal(tx, before, after);
      return after;
    });
  }

  private async journal(tx: Transaction, before: RuleSetRow, after: RuleSetRow): Promise<void> {
    const { organizationId } = tx.actor;
    await this.events.record(tx, ruleSetChangedEvent(organizationId, after.version));
    await this.audit.write(tx, {
      action: 'rule-set.changed',
      entityType: 'organization',
      entityId: organizationId,
      changes: { ruleSetVersion: { before: before.version, after: after.version } },
    });
  }
}

function versionOf(cursor: string | undefined): number | null {
  const [version] = decodeCursor(SORT, cursor, 1) ?? [null];
  if (version === null || version === undefined) return null;
  if (typeof version === 'number' && Number.isInteger(version) && version > 0 && version <= MAX_VERSION) return version;
  throw validationFailed('REQUEST.INVALID', [{ path: 'cursor', code: 'CURSOR_INVALID' }]);
}
