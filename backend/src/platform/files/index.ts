export { Files, type OpenedFile, type StoredFileRow } from './files.service.js';
export { FileDto } from './file.dto.js';
