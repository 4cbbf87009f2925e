export { DocumentsModule } from './documents.module.js';
export { Documents } from './documents.service.js';
export { dispositionOf } from './document-file.js';
