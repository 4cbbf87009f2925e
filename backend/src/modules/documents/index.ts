export { DocumentsModule } from './documents.module.js';
export { Documents } from './documents.service.js';
export { dispositionOf, etagOf } from './document-file.js';
export { proposalView, type ProposalView } from './views/proposal-view.js';
export type { CompanyView, DocumentHead } from './views/document-head.js';
export type { DocumentContext, DocumentSource } from './views/document-source.js';
export type { CoefficientView, LineView, RoomView, TotalsView, VariantView } from './views/variant-view.js';
export type { VariantFeature, VariantSummary } from './views/variant-differences.js';
