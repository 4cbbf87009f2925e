export { EstimatesModule } from './estimates.module.js';
export { roomDocuments } from './dto/room-documents.js';
