import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Mail, type LetterStatus } from '../../../platform/mail/index.js';
import { Contacts } from '../../users/index.js';
import type { EmailSource } from '../acceptance/acceptances.repository.js';
import type { ProposalPlace } from '../proposal-place.repository.js';
import {
  acceptedForClient,
  acceptedForManager,
  invitationLetter,
  questionLetter,
  type AcceptedTold,
  type LetterText,
} from './letter-texts.js';

export interface AcceptedNews {
  readonly acceptanceId: string;
  readonly variantName: string;
  readonly toPayMinor: number;
  readonly name: string;
  readonly method: 'code' | 'signature';
  readonly emailSource: EmailSource | null;
  readonly at: Date;
  /** Null: the client gave no address. */
  readonly clientEmail: string | null;
  /** Of the page the client is on. */
  readonly clientUrl: string;
}

/** Who in the firm hears of a proposal: whoever is responsible for the order, else the one who made the link. */
interface Told {
  readonly place: ProposalPlace;
  readonly linkCreatedBy: string;
}

/** Letters around a proposal. Without mail in the installation only those fail that somebody has asked for. */
@Injectable()
export class ProposalLetters {
  constructor(
    private readonly mail: Mail,
    private readonly contacts: Contacts,
    private readonly config: Config,
  ) {}

  get available(): boolean {
    return this.mail.configured;
  }

  /** @throws AppError 503 MAIL.NOT_CONFIGURED */
  invite(
    tx: Transaction,
    { linkId, to, place, url }: { linkId: string; to: string; place: ProposalPlace; url: string },
  ): Promise<void> {
    return this.mail.queue(tx, { to, key: invitationKey(linkId), ...invitationLetter({ ...place, url }) });
  }

  /** An invitation that has not left yet leads nowhere when its link is revoked. */
  withdrawInvitation(tx: Transaction, linkId: string): Promise<void> {
    return this.mail.withdraw(tx, invitationKey(linkId));
  }

  /** @throws AppError 503 MAIL.NOT_CONFIGURED. False when it has left: its address is not known any more. */
  inviteAgain(tx: Transaction, linkId: string): Promise<boolean> {
    return this.mail.tryAgain(tx, invitationKey(linkId));
  }

  /** Of the links whose invitation has not left. */
  async invitationsOf(tx: Transaction, linkIds: readonly string[]): Promise<ReadonlyMap<string, LetterStatus>> {
    const statuses = await this.mail.statusesOf(tx, linkIds.map(invitationKey));
    return new Map(
      linkIds.flatMap((id) => {
        const status = statuses.get(invitationKey(id));
        return status ? [[id, status] as const] : [];
      }),
    );
  }

  async tellAccepted(tx: Transaction, { place, linkCreatedBy }: Told, news: AcceptedNews): Promise<void> {
    const told: Omit<AcceptedTold, 'url'> = {
      ...place,
      variantName: news.variantName,
      toPay: formatMoney(news.toPayMinor, place),
      name: news.name,
      method: news.method,
      acceptedAt: formatMoment(news.at, place),
    };
    const key = `proposal-accepted:${news.acceptanceId}`;
    await this.tellFirm(
      tx,
      { place, linkCreatedBy },
      {
        key,
        letter: acceptedForManager({
          ...told,
          byStranger: news.emailSource === 'visitor',
          url: this.estimateUrl(place),
        }),
      },
    );
    if (!this.available || news.clientEmail === null) return;
    const letter = acceptedForClient({ ...told, url: news.clientUrl });
    await this.mail.queue(tx, { to: news.clientEmail, key: `${key}:copy`, ...letter });
  }

  async tellQuestion(
    tx: Transaction,
    { place, linkCreatedBy }: Told,
    question: { readonly id: string; readonly name: string; readonly text: string },
  ): Promise<void> {
    await this.tellFirm(
      tx,
      { place, linkCreatedBy },
      {
        key: `proposal-question:${question.id}`,
        letter: questionLetter({ ...place, name: question.name, text: question.text, url: this.estimateUrl(place) }),
      },
    );
  }

  /** The event tells whoever is at work; the letter is for those who are not, and a firm without mail has none. */
  private async tellFirm(
    tx: Transaction,
    { place, linkCreatedBy }: Told,
    { key, letter }: { key: string; letter: LetterText },
  ): Promise<void> {
    if (!this.available) return;
    const contact = await this.contacts.findFirst(tx, [place.responsibleUserId, linkCreatedBy]);
    if (contact !== null) await this.mail.queue(tx, { to: contact.email, key, ...letter });
  }

  private estimateUrl({ estimateId }: ProposalPlace): string {
    return `${this.config.publicUrl}/estimates/${estimateId}`;
  }
}

const invitationKey = (linkId: string) => `proposal-link:${linkId}`;

function formatMoney(minor: number, { locale, currency }: ProposalPlace): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(minor / 100);
}

function formatMoment(at: Date, { locale, timezone }: ProposalPlace): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: timezone }).format(at);
}
