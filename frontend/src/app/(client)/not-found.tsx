import { ProposalClosed } from '../../features/proposal/proposal-closed';

export default function NotFound() {
  return <ProposalClosed reason="unknown" company={null} />;
}
