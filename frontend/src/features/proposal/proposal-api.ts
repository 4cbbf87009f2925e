import type { AcceptProposal, CodeSent, ProposalAcceptance } from '@smet/api-client';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';

const at = (token: string) => ({ params: { path: { token } } });

/** Says that a person has opened the page. What comes of it is nothing to the person. */
export function tellView(token: string): void {
  void api.POST('/api/v1/public/proposals/{token}/views', at(token)).catch(() => undefined);
}

export async function askQuestion(token: string, body: { name: string; text: string }): Promise<void> {
  await unwrap(api.POST('/api/v1/public/proposals/{token}/questions', { ...at(token), body }));
}

export function requestCode(token: string, body: { variantId: string; email: string }): Promise<CodeSent> {
  return unwrap(api.POST('/api/v1/public/proposals/{token}/codes', { ...at(token), body }));
}

export function acceptProposal(token: string, body: AcceptProposal): Promise<ProposalAcceptance> {
  return unwrap(api.POST('/api/v1/public/proposals/{token}/acceptances', { ...at(token), body }));
}

export const drawingUrl = (token: string, roomId: string, theme: 'light' | 'dark'): string =>
  `/api/v1/public/proposals/${token}/rooms/${roomId}/drawing.svg?width=420&height=280&theme=${theme}&layers=labels,sides,objects`;

export const pdfUrl = (token: string, variantId: string): string =>
  `/api/v1/public/proposals/${token}/proposal.pdf?variant=${variantId}`;
