import type { ProposalLink } from '@smet/api-client';

type Problem = NonNullable<NonNullable<ProposalLink['letter']>['problem']>;

/** Whose matter it is that a letter has not left: keys of messages. */
export type LetterReason = 'recipient' | 'spam' | 'settings' | 'server';

const REASONS: Readonly<Record<string, LetterReason>> = {
  RECIPIENT_REFUSED: 'recipient',
  ADDRESS_INVALID: 'recipient',
  MESSAGE_REFUSED: 'spam',
  SENDER_REFUSED: 'settings',
  CREDENTIALS_REFUSED: 'settings',
  NOT_CONFIGURED: 'settings',
  TLS_UNAVAILABLE: 'settings',
  CERTIFICATE: 'settings',
  SERVER_REFUSES_US: 'settings',
};

/** The codes are those of the mail connector; what is not a matter of the address or the settings is the server's. */
export function letterReason({ code }: Problem): LetterReason {
  return REASONS[code] ?? 'server';
}
