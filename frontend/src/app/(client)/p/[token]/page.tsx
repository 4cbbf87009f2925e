import type { Proposal } from '@smet/api-client';
import { notFound } from 'next/navigation';
import { ProposalClosed, type Closed } from '../../../../features/proposal/proposal-closed';
import { ProposalPage } from '../../../../features/proposal/proposal-page';
import { ApiProblem, unwrap, Unreachable } from '../../../../shared/api/problems';
import { publicApi } from '../../../../shared/api/server';

const NOT_FOUND = 404;
const GONE = 410;
const TOO_MANY = 429;

/** Why a link does not open, in what the client needs to know. Whatever else goes wrong is the error page's. */
function closedBy(error: unknown): Closed {
  if (error instanceof Unreachable) return { reason: 'unreachable', company: null };
  if (!(error instanceof ApiProblem)) throw error;
  if (error.status === NOT_FOUND) notFound();
  if (error.status === TOO_MANY) return { reason: 'tooMany', company: null };
  if (error.status !== GONE) throw error;
  const { company } = error.current as { company: Closed['company'] };
  return { reason: error.code === 'PROPOSAL.REVOKED' ? 'revoked' : 'expired', company };
}

type Opened = { proposal: Proposal } | { closed: Closed };

async function open(token: string): Promise<Opened> {
  const api = await publicApi();
  try {
    return { proposal: await unwrap(api.GET('/api/v1/public/proposals/{token}', { params: { path: { token } } })) };
  } catch (error) {
    return { closed: closedBy(error) };
  }
}

/** A proposal for whoever holds the link: no sign-in, nothing of the work around it. */
export default async function PublicProposalPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const opened = await open(token);
  if ('closed' in opened) return <ProposalClosed {...opened.closed} />;
  return <ProposalPage token={token} proposal={opened.proposal} />;
}
