import { Injectable } from '@nestjs/common';
import { ruleSetR1, type RuleSet } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { ruleSetNotFound } from './rule-sets.errors.js';
import { RuleSetsRepository, type RuleSetHead, type RuleSetRow } from './rule-sets.repository.js';

const MAX_REMEMBERED = 200;

/**
 * The calculation rules of an organization, for modules that compute. An organization without rules of its own gets
 * those of the library as its version 1 at the first reading, so that a later release cannot change them behind it.
 */
@Injectable()
export class RuleSets {
  /** Versions never change once they are committed; those an open transaction wrote are not put here. */
  private readonly remembered = new Map<string, RuleSet>();

  constructor(
    private readonly repository: RuleSetsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** The newest version, by which new estimates are made. */
  async current(source: Actor | Transaction): Promise<RuleSet> {
    const head = (await this.repository.findHead(source)) ?? (await this.begin(source));
    return this.get(source, head.id, head.version);
  }

  /**
   * The version an estimate was made by, as it was then. Answers are shared: never write to them.
   * @throws AppError 404 RULE_SET.NOT_FOUND
   */
  async get(source: Actor | Transaction, id: string, version: number): Promise<RuleSet> {
    const { organizationId } = actorOf(source);
    const key = `${organizationId} ${id} ${version}`;
    const known = this.remembered.get(key);
    if (known) return known;
    const document = await this.find(source, { id, version });
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, document);
    return document;
  }

  /** The newest version with who made it and when. */
  async currentRow(source: Actor | Transaction): Promise<RuleSetRow> {
    const row = await this.repository.findCurrent(source);
    if (row) return row;
    await this.begin(source);
    const begun = await this.repository.findCurrent(source);
    if (!begun) throw ruleSetNotFound();
    return begun;
  }

  private async find(source: Actor | Transaction, head: RuleSetHead): Promise<RuleSet> {
    const document = await this.repository.findDocument(source, head);
    if (document) return document;
    if ((await this.repository.findHead(source)) !== null) throw ruleSetNotFound();
    await this.begin(source);
    const begun = await this.repository.findDocument(source, head);
    if (!begun) throw ruleSetNotFound();
    return begun;
  }

  /** Two who begin at once write one row: the second waits for the first and finds it. */
  private async begin(source: Actor | Transaction): Promise<RuleSetHead> {
    if (!('actor' in source)) return this.transactions.run(source, (tx) => this.begin(tx));
    const { id, version, title } = ruleSetR1;
    await this.repository.insert(source, {
      id,
      version,
      title,
      document: ruleSetR1,
      createdBy: null,
    });
    return { id, version };
  }
}
