'use client';

import { ProposalClosed } from '../../features/proposal/proposal-closed';

/** A defect of ours. The client is told what it means to them; the server's log knows the rest. */
export default function ClientError() {
  return <ProposalClosed reason="failed" company={null} />;
}
