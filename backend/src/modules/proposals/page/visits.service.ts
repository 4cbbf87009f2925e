import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import type { AskQuestionDto } from '../dto/proposal-input.dto.js';
import { ProposalLetters } from '../letters/proposal-letters.service.js';
import { tooManyQuestions } from '../proposals.errors.js';
import { proposalViewed, questionAsked } from '../proposals.events.js';
import type { OpenLink } from './open-links.service.js';
import type { Visitor } from './visitor.js';
import { VisitsRepository } from './visits.repository.js';

/** What a client does on the page before deciding. */
@Injectable()
export class Visits {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: VisitsRepository,
    private readonly letters: ProposalLetters,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Told by the page's own script: what only fetches the page (previews of messengers) has not looked at it. */
  view({ id, actor, place }: OpenLink, { address, userAgent }: Visitor): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      await this.repository.lockLink(tx, id);
      if (!(await this.repository.addView(tx, { linkId: id, address, userAgent, at }))) return;
      await this.events.record(tx, proposalViewed(place.estimateId, { linkId: id }));
    });
  }

  /** @throws AppError 409 PROPOSAL.TOO_MANY_QUESTIONS */
  ask({ id, actor, place }: OpenLink, { address }: Visitor, { name, text }: AskQuestionDto): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const { createdBy } = await this.repository.lockLink(tx, id);
      const questionId = await this.repository.addQuestion(tx, { linkId: id, name, text, address, at });
      if (questionId === null) throw tooManyQuestions();
      await this.events.record(tx, questionAsked(place.estimateId, { linkId: id, questionId }));
      await this.letters.tellQuestion(tx, { place, linkCreatedBy: createdBy }, { id: questionId, name, text });
    });
  }
}
